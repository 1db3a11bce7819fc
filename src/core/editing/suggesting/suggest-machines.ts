import { ephemeralPorts } from '../../aws/ephemeral-ports.ts';
import type { Design } from '../../model/design.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { NetworkAcl, NetworkAclRule, SecurityGroup, Service } from '../../model/resources/index.ts';
import { addPart } from '../add-part.ts';
import { giveGroup } from '../group-holders.ts';
import { makeGroup } from '../adding/make-interface.ts';
import { listResources, type Draft } from '../draft.ts';
import { edit } from '../edit.ts';
import { associateElasticIp } from '../elastic-ip.ts';
import { addExpectation } from '../expectations.ts';
import { isPublicSubnet } from '../members.ts';
import { byNumber, putAclRule, type RuleDirection } from '../network-acl-rules.ts';
import { withArticle } from '../nouns.ts';
import { putGroupRule } from '../security-group-rules.ts';
import { addService } from '../services.ts';
import { setField } from '../set-field.ts';
import { suggest, type Suggester } from './suggestion.ts';
import { listPublicInstances, type PublicInstance } from './web-servers.ts';

const EVERYWHERE = '0.0.0.0/0';
const HTTP_PORT = 80;
const { firstPort, lastPort } = ephemeralPorts.any;

/** A public subnet waits for something to stand in it. */
export const suggestInstance: Suggester = ({ design, random }) => {
  if (listResources(design, 'instance').length > 0) return [];
  const place = listResources(design, 'subnet').find(({ value }) => isPublicSubnet(design, value));
  if (!place) return [];
  const title = `${place.value.name} is public and nothing stands in it; put ${withArticle('instance')} there.`;
  return suggest({ id: `add-instance ${place.id}`, title, at: place.id }, addPart(design, { part: 'instance', container: place.id, random }));
};

/** Step 5: an instance of a public subnet without a public address. */
export const suggestPublicAddress: Suggester = ({ design, random }) =>
  listPublicInstances(design)
    .filter(({ hasPublicAddress }) => !hasPublicAddress)
    .flatMap(({ id, value }) => {
      const title = `${value.name} has no public address; associate an Elastic IP address, which stays when the instance stops.`;
      return suggest({ id: `elastic-ip ${id}`, title, at: id, step: 'public-ip' }, associateElasticIp(design, { target: id, random }));
    });

/** Step 5: what is launched later gets a public address by itself. */
export const suggestAutoAssign: Suggester = ({ design }) =>
  listResources(design, 'subnet')
    .filter(({ value }) => !value.autoAssignPublicIp && isPublicSubnet(design, value))
    .flatMap(({ id, value }) => {
      const title = `${value.name} is public and gives new instances no public address; turn auto-assign on.`;
      return suggest({ id: `auto-assign ${id}`, title, at: id, step: 'public-ip' }, setField(design, { resource: id, path: ['autoAssignPublicIp'], value: true }));
    });

/** Step 10: an instance on which, as far as anybody said, nothing listens. */
export const suggestService: Suggester = ({ design }) =>
  listPublicInstances(design)
    .filter(({ value }) => value.services !== undefined && Object.keys(value.services).length === 0)
    .flatMap(({ id, value }) => {
      const title = `Nothing listens on ${value.name}; add a web server on TCP ${HTTP_PORT}.`;
      return suggest({ id: `service ${id}`, title, at: id, step: 'application' }, addService(design, { instance: id, service: { port: HTTP_PORT } }));
    });

const coversPort = ({ protocol, fromPort, toPort }: SecurityGroup['inbound'][keyof SecurityGroup['inbound']] | NetworkAclRule, from: number, to = from): boolean => {
  if (protocol === 'all') return true;
  return protocol === 'tcp' && (fromPort === undefined || (fromPort <= from && (toPort ?? fromPort) >= to));
};

function groupsOf(design: Design, { interface: { value } }: PublicInstance): readonly SecurityGroup[] {
  return value.securityGroups.map((id) => design.resources[id]).filter((group): group is SecurityGroup => group?.kind === 'security-group');
}

function isAdmitted(design: Design, instance: PublicInstance, port: number): boolean {
  const rules = groupsOf(design, instance).flatMap(({ inbound }) => Object.values(inbound));
  return rules.some((rule) => 'cidr' in rule.peer && rule.peer.cidr === EVERYWHERE && coversPort(rule, port));
}

/** The group that a rule for one instance belongs in: one of its own, never the default group all others share. */
function ownGroup(draft: Draft, { id, value, interface: held, subnet }: PublicInstance): ResourceId {
  const { defaultSecurityGroup } = draft.need(subnet.value.vpc, 'vpc');
  const own = held.value.securityGroups.find((group) => group !== defaultSecurityGroup);
  if (own !== undefined) return own;
  const made = makeGroup(draft, subnet.value.vpc, `${value.name}-sg`);
  giveGroup(draft, id, made);
  return made;
}

const pagesOf = (design: Design): readonly (PublicInstance & { readonly page: Service })[] => listPublicInstances(design).flatMap((instance) => (instance.page ? [{ ...instance, page: instance.page }] : []));

/** Step 3: a page that no security group lets anybody reach. */
export const suggestGroupRule: Suggester = ({ design, random }) =>
  pagesOf(design)
    .filter((instance) => !isAdmitted(design, instance, instance.page.port))
    .flatMap((instance) => {
      const { id, value, page } = instance;
      const title = `No security group of ${value.name} lets TCP ${page.port} in; add a rule from ${EVERYWHERE} to a group of its own.`;
      const rule = { protocol: 'tcp', fromPort: page.port, toPort: page.port, peer: { cidr: EVERYWHERE } } as const;
      const open = edit(
        design,
        (draft) => {
          const securityGroup = ownGroup(draft, instance);
          putGroupRule(draft, { securityGroup, direction: 'inbound', rule });
          return { said: `Let TCP ${page.port} in from ${EVERYWHERE} in ${draft.nameOf(securityGroup)}`, select: [securityGroup] };
        },
        random,
      );
      return suggest({ id: `group-rule ${id} ${page.port}`, title, at: id, step: 'security-groups' }, open);
    });

interface Traffic {
  readonly direction: RuleDirection;
  readonly from: number;
  readonly to: number;
}

const meetsPorts = ({ fromPort = 0, toPort = lastPort }: NetworkAclRule, from: number, to: number): boolean => fromPort <= to && toPort >= from;

/** Whether an ACL allows TCP on the ports from or to everywhere, as far as its first rule that touches them says. */
function allows(acl: NetworkAcl, { direction, from, to }: Traffic): boolean {
  for (const [, rule] of byNumber(acl[direction])) {
    const isWhole = rule.cidr === EVERYWHERE && coversPort(rule, from, to);
    const touches = (rule.protocol === 'all' || rule.protocol === 'tcp') && meetsPorts(rule, from, to);
    if (isWhole) return rule.action === 'allow';
    if (touches && rule.action === 'deny') return false;
  }
  return false;
}

/** Step 4: a custom ACL that keeps the page, or its replies, from passing. */
export const suggestAclRules: Suggester = ({ design }) =>
  pagesOf(design).flatMap(({ id, value, subnet, page }) => {
    const networkAcl = subnet.value.networkAcl;
    const acl = networkAcl === undefined ? undefined : design.resources[networkAcl];
    if (networkAcl === undefined || acl?.kind !== 'network-acl') return [];
    const wanted: readonly Traffic[] = [
      { direction: 'inbound', from: page.port, to: page.port },
      { direction: 'outbound', from: firstPort, to: lastPort },
    ];
    const missing = wanted.filter((traffic) => !allows(acl, traffic));
    if (missing.length === 0) return [];
    const words = missing.map(({ direction, from }) => (direction === 'inbound' ? `TCP ${from} in` : 'the replies out')).join(' and ');
    const title = `${acl.name} does not let ${words} for ${value.name}; add ${missing.length === 1 ? 'the rule' : 'the rules'}, because a network ACL does not remember connections.`;
    const open = edit(design, (draft) => {
      for (const { direction, from, to } of missing) putAclRule(draft, { networkAcl, direction, rule: { protocol: 'tcp', fromPort: from, toPort: to, cidr: EVERYWHERE, action: 'allow' }, before: byNumber(draft.need(networkAcl, 'network-acl')[direction])[0]?.[0] });
      return { said: `Let ${words} in ${acl.name}`, select: [networkAcl] };
    });
    return suggest({ id: `acl-rules ${networkAcl} ${id}`, title, at: networkAcl, step: 'network-acls' }, open);
  });

/** When the page is up, the question is worth keeping. */
export const suggestExpectation: Suggester = ({ design }) =>
  pagesOf(design)
    .filter((instance) => instance.hasPublicAddress && isAdmitted(design, instance, instance.page.port))
    .flatMap(({ id, value, page }) => {
      const isSaved = Object.values(design.expectations ?? {}).some(({ question }) => question.to === id && question.port === page.port);
      if (isSaved || (page.scheme !== 'http' && page.scheme !== 'https')) return [];
      const question = { from: 'internet', to: id, protocol: 'tcp', port: page.port, scheme: page.scheme } as const;
      const title = `Save the question whether the internet reaches ${value.name} on TCP ${page.port}, so that every later edit is tried with it.`;
      return suggest({ id: `expectation ${id}`, title, at: id }, addExpectation(design, { expectation: { question, verdict: 'reachable' } }));
    });
