/** The one door to sets of packets; each part lies in the file named after it. */
export type { Box, Packet } from './box.ts';
export * from './compact-traffic.ts';
export * from './matcher-box.ts';
export * from './traffic-algebra.ts';
export * from './traffic-fields.ts';
export * from './traffic.ts';
