import type { Box } from '../../model/design.ts';
import type { Container } from '../container.ts';
import { describeContainer } from '../container.ts';
import type { Draft } from '../draft.ts';
import type { Done } from '../edit.ts';
import { capitalise, withArticle } from '../nouns.ts';
import type { PartId } from '../parts.ts';
import { refuse } from '../refusal.ts';

/** What somebody drops, and where. `at` is relative to the container; `name` is used as given. */
export interface Adding {
  readonly container: Container;
  readonly at?: Box | undefined;
  readonly name?: string | undefined;
}

/** Adds one part to the draft, or refuses. */
export type Adder = (draft: Draft, adding: Adding) => Done;

/** How AWS relates a part to what it belongs to: "An internet gateway / attaches to / a VPC, not / to / subnet app-a." */
const HOMES: Readonly<Record<PartId, { readonly verb: string; readonly preposition: string; readonly home: string }>> = {
  region: { verb: 'stands', preposition: 'on', home: 'the canvas' },
  vpc: { verb: 'lies', preposition: 'in', home: 'a Region' },
  'availability-zone': { verb: 'is drawn', preposition: 'in', home: 'a VPC' },
  subnet: { verb: 'lies', preposition: 'in', home: 'a VPC' },
  'route-table': { verb: 'belongs', preposition: 'to', home: 'a VPC or a subnet of it' },
  'internet-gateway': { verb: 'attaches', preposition: 'to', home: 'a VPC' },
  'egress-only-internet-gateway': { verb: 'attaches', preposition: 'to', home: 'a VPC' },
  'nat-gateway': { verb: 'stands', preposition: 'in', home: 'a subnet' },
  'regional-nat-gateway': { verb: 'belongs', preposition: 'to', home: 'a VPC' },
  'virtual-private-gateway': { verb: 'attaches', preposition: 'to', home: 'a VPC' },
  'customer-gateway': { verb: 'stands', preposition: 'in', home: 'an on-premises network' },
  'vpn-connection': { verb: 'joins a virtual private or transit gateway', preposition: 'to', home: 'a customer gateway' },
  'vpc-peering-connection': { verb: 'joins two VPCs and is dropped', preposition: 'on', home: 'one of them' },
  'prefix-list': { verb: 'belongs', preposition: 'to', home: 'a Region' },
  'transit-gateway': { verb: 'stands', preposition: 'in', home: 'a Region' },
  'direct-connect-gateway': { verb: 'stands', preposition: 'on', home: 'the canvas' },
  'virtual-interface': { verb: 'joins an on-premises network', preposition: 'to', home: 'a Direct Connect gateway or a virtual private gateway' },
  'load-balancer': { verb: 'stands', preposition: 'in', home: 'the subnets of a VPC' },
  'target-group': { verb: 'belongs', preposition: 'to', home: 'a load balancer or a VPC' },
  'vpc-endpoint': { verb: 'stands', preposition: 'in', home: 'a VPC or a subnet' },
  'network-acl': { verb: 'belongs', preposition: 'to', home: 'a VPC or a subnet of it' },
  'security-group': { verb: 'guards the interfaces of an instance and belongs', preposition: 'to', home: 'a VPC' },
  instance: { verb: 'runs', preposition: 'in', home: 'a subnet' },
  'network-interface': { verb: 'stands', preposition: 'in', home: 'a subnet or attaches to an instance' },
  'elastic-ip': { verb: 'goes', preposition: 'to', home: 'an instance, a network interface or a Region' },
  'db-instance': { verb: 'stands', preposition: 'in', home: 'the private subnets of a VPC' },
  'on-premises-network': { verb: 'stands', preposition: 'on', home: 'the canvas' },
  client: { verb: 'stands', preposition: 'on', home: 'the canvas or in an on-premises network' },
  internet: { verb: 'stands', preposition: 'on', home: 'the canvas' },
};

/** Refuses a drop in a place the part has no business in: "An internet gateway attaches to a VPC, not to subnet app-a." */
export function refusePlace(part: PartId, container: Container): never {
  const { verb, preposition, home } = HOMES[part];
  const subject = part === 'internet' ? 'the internet cloud' : withArticle(part);
  const where = container.kind === 'canvas' ? 'on' : preposition === 'on' ? 'in' : preposition;
  return refuse(`${capitalise(subject)} ${verb} ${preposition} ${home}, not ${where} ${describeContainer(container)}.`);
}
