import type { Sentence } from './sentence.ts';

/** What stops traffic at load balancers and on the way to their targets. */
export const BALANCING_SENTENCES: Readonly<Record<string, Sentence>> = {
  'load-balancer BAD_STATE': (block, { name }) => `Load balancer ${name(block.resource)} is ${(block.subject.target ?? 'not active').replaceAll('_', ' ')}, so it takes nothing.`,
  'load-balancer PROTOCOL_RESTRICTION': (block, { name, traffic }) => `Load balancer ${name(block.resource)} does not take ${traffic}.`,
  'load-balancer PATH_THROUGH_GWLB_NOT_CHECKED': (block, { name }) => `What Gateway Load Balancer ${name(block.resource)} and its appliances do is not modelled yet.`,
  'load-balancer X_LISTENERS_NOT_KNOWN': (block, { name }) => `The import does not tell the listeners of ${name(block.resource)}; add the answer of aws elbv2 describe-listeners.`,
  X_INTERNAL_LOAD_BALANCER: (block, { name }) => `${name(block.resource)} is internal, so it takes nothing from an internet gateway, over IPv6 neither; make an internet-facing one.`,
  ELBV2_LISTENERS_MISMATCH: (block, { name, traffic }) => `${name(block.resource)} has no listener for ${traffic}${block.subject.destination ? ` (it listens on ${block.subject.destination})` : ''}.`,
  ELB_LISTENERS_MISMATCH: (block, { name, traffic }) => `${name(block.resource)} has no listener for ${traffic}${block.subject.destination ? ` (it listens on ${block.subject.destination})` : ''}.`,
  ELBV2_LISTENER_PORT_RESTRICTION: (block, { name, traffic }) => `The listener of ${name(block.resource)} takes ${block.subject.destination ?? 'another port'} only, and ${traffic} was asked for.`,
  ELB_LISTENER_PORT_RESTRICTION: (block, { name, traffic }) => `The listener of ${name(block.resource)} takes ${block.subject.destination ?? 'another port'} only, and ${traffic} was asked for.`,
  'target-group ELBV2_LISTENER_HAS_NO_TG': (block, { name }) => `Target group ${name(block.resource)} has no targets, so ${name(block.subject.target)} has nobody to hand the request to.`,
  'load-balancer ELBV2_LISTENER_HAS_NO_TG': (block, { name }) => `A listener of ${name(block.resource)} leads to no target group.`,
  X_NO_INSTANCES: (block, { name }) => `${name(block.resource)} has no registered instances, so it has nobody to hand the request to.`,
  X_TARGETS_NOT_KNOWN: (block, { name }) => `The import does not tell the targets of target group ${name(block.resource)}; add the answer of aws elbv2 describe-target-health.`,
  X_TARGET_NOT_FOUND: (block, { name }) => `Target ${name(block.subject.target)} of ${name(block.resource)} is not in the design, or is the load balancer itself.`,
  ELBV2_NO_TARGETS_IN_AZ: (block, { name }) => `${name(block.resource)} has no target in zone ${block.subject.destination ?? ''}, and the load balancer's node there hands on within its zone only.`,
  ELB_NOT_CROSSZONE: (block, { name }) => `${name(block.resource)} hands on within a zone only: ${name(block.subject.target)} is in ${block.subject.destination ?? 'another zone'}, and cross-zone load balancing is off.`,
  ELB_INSTALLED_AZ_RESTRICTION: (block, { name }) => `Target ${name(block.subject.target)} is in zone ${block.subject.destination ?? ''}, in which ${name(block.resource)} has no subnet.`,
  ELBV2_SOURCE_ADDRESS_PRESERVATION: (block, { name, traffic }) => `The load balancer keeps the client's address, and ${name(block.resource)} has no inbound rule that lets ${traffic} in from it at ${name(block.subject.interface)}.`,
  X_NAT_LOOPBACK: (block, { name }) => `${name(block.resource)} keeps the client's address and may hand the request back to ${name(block.subject.target)}, which made it, so no connection comes about; turn off client IP preservation of ${name(block.resource)}.`,
  TARGET_ADDRESS_RESTRICTION: (block, { name }) => `${name(block.resource)} opens connections to its registered targets only, and ${block.subject.destination ?? 'this address'} is none of them.`,
  TARGET_PORT_RESTRICTION: (block, { name, traffic }) => `${name(block.resource)} opens connections to the registered ports of its targets only, and ${traffic} is none of them.`,
  X_ACCEPTS_NO_CONNECTIONS: (block, { name }) => `${name(block.resource)} belongs to ${ownerWords(block.subject.target)}, which opens connections by it and accepts none.`,
};

function ownerWords(owner: string | undefined): string {
  if (owner === 'lambda') return 'a Lambda function';
  return owner?.startsWith('nat') === true ? 'a NAT gateway' : 'a transit gateway attachment';
}
