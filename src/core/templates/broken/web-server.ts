import { makeInstance, type NewInstance } from '../../editing/adding/add-instance.ts';
import type { Draft } from '../../editing/draft.ts';
import { buildDesign } from '../../editing/build-design.ts';
import type { Design } from '../../model/design.ts';
import type { Question } from '../../model/question.ts';
import { asResourceId, asRowId, type ResourceId } from '../../model/ids.ts';
import { expectAll } from '../expect.ts';
import {
  allowTcp,
  EPHEMERAL,
  EVERYWHERE,
  giveElasticIp,
  placeGroup,
  placeInternetGateway,
  placeNetworkAcl,
  placeRouteTable,
  placeSubnets,
  placeVpc,
  service,
  tcpFrom,
} from '../network-parts.ts';
import { repeatableNumbers } from '../../editing/repeatable-numbers.ts';

/** A web server that works: the network every fault is put into. */
export interface WebServer {
  readonly vpc: ResourceId;
  readonly gateway: ResourceId;
  readonly routeTable: ResourceId;
  readonly subnet: ResourceId;
  readonly group: ResourceId;
  readonly networkAcl: ResourceId;
  readonly instance: ResourceId;
}

export interface WebServerWanted {
  readonly port?: number;
  readonly instance?: Partial<NewInstance>;
  /** Whether the instance holds an Elastic IP address; it does unless this is false. */
  readonly elasticIp?: boolean;
}

/** VPC shop with a public subnet, rules in both places for one port, and web-1 serving on it. */
export function placeWebServer(draft: Draft, { port = 80, instance, elasticIp = true }: WebServerWanted = {}): WebServer {
  const vpc = placeVpc(draft, { name: 'shop', cidr: '10.0.0.0/16', zones: ['us-east-1a', 'us-east-1b'] });
  const gateway = placeInternetGateway(draft, vpc, 'igw-shop');
  const routeTable = placeRouteTable(draft, vpc, { name: 'rtb-public', routes: { [EVERYWHERE]: gateway } });
  const { 'public-a': subnet } = placeSubnets(draft, [{ vpc, zone: 'us-east-1a', name: 'public-a', cidr: '10.0.0.0/24', routeTable }]);
  const group = placeGroup(draft, vpc, { name: 'web-sg', inbound: [tcpFrom(EVERYWHERE, port)] });
  const networkAcl = placeNetworkAcl(draft, vpc, {
    name: 'acl-public',
    inbound: [allowTcp(EVERYWHERE, port), allowTcp(EVERYWHERE, ...EPHEMERAL)],
    outbound: [allowTcp(EVERYWHERE, 80), allowTcp(EVERYWHERE, 443), allowTcp(EVERYWHERE, ...EPHEMERAL)],
    subnets: [subnet],
  });
  const services = { [asRowId('service-1')]: service({ port, name: 'nginx' }) };
  const web = makeInstance(draft, { subnet, name: 'web-1', securityGroups: [group], services, ...instance });
  if (elasticIp) giveElasticIp(draft, web);
  return { vpc, gateway, routeTable, subnet, group, networkAcl, instance: web };
}

/** Builds a broken design: `breakIt` puts the fault in and answers the question that shows it. */
export function buildBroken(name: string, build: (draft: Draft) => Question): Design {
  return buildDesign(name, repeatableNumbers(), (draft) => {
    const question = build(draft);
    expectAll(draft, [{ question, verdict: 'reachable' }]);
  });
}

/** The question whether a page of an instance loads from the internet. */
export const pageFromInternet = (to: ResourceId, port = 80, scheme: 'http' | 'https' = 'http'): Question => ({ from: 'internet', to, protocol: 'tcp', port, scheme });

/** The resource of that name in a design that was opened from a template. */
export function idNamed(design: Design, name: string): ResourceId {
  const found = Object.entries(design.resources).find(([, resource]) => resource.name === name);
  return asResourceId(found?.[0] ?? name);
}
