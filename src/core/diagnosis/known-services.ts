import type { Instance } from '../model/resources/index.ts';

/** What is known to listen on an instance: what the design declares. Missing where nobody has said anything. */
export const knownServices = (instance: Pick<Instance, 'services'>): Instance['services'] => instance.services;
