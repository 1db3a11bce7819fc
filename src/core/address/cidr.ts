/** The one door to CIDR blocks; each part lies in the file named after it. */
export * from './cidr-block.ts';
export * from './free-blocks.ts';
export * from './parse-cidr.ts';
export * from './split-cidr.ts';
