import { formatAddress } from '../../address/cidr.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import type { InterfaceEntry } from '../../lookup/entries.ts';
import { nameOfEnd } from '../../tracing/names.ts';
import { interfacesOf, isOnInternet, type Case } from '../case.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';

function describe(given: Case, entry: InterfaceEntry): Judgement | undefined {
  const held = entry.addresses.find((address) => address.public !== undefined);
  if (!held?.public) return undefined;
  const name = nameOfEnd(given.lookup, entry.id);
  if (entry.holder.kind === 'load-balancer') return { status: 'pass', sentence: `${name} is internet-facing: AWS gives its nodes public addresses, and its DNS name leads to them.`, evidence: [evidenceAt(entry.holder.id)] };
  const address = formatAddress(held.public.address);
  const evidence = [{ ...evidenceAt(entry.id, held.row), label: address }];
  if (held.public.type === 'elastic') return { status: 'pass', sentence: `${name} has the Elastic IP address ${address}.`, evidence };
  return { status: 'warning', sentence: `${address} is auto-assigned: stopping ${name} releases it.`, evidence, code: 'X_PUBLIC_IP_WILL_CHANGE' };
}

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['public-ip']);
  if (blocked) return blocked;
  if (!isOnInternet(given.from) && !isOnInternet(given.to)) return { status: 'not-needed', sentence: 'No public address is needed: neither end is on the internet.' };
  const [entry] = [...interfacesOf(given.to), ...interfacesOf(given.from)];
  if (!entry) return { status: 'not-needed', sentence: 'Neither end is a network interface.' };
  const described = describe(given, entry);
  if (described) return described;
  const isThroughNat = given.outcomes.some((outcome) => outcome.request.steps.some(({ resource, step }) => step === 'translate' && given.lookup.resource(resource)?.kind === 'nat-gateway'));
  const name = nameOfEnd(given.lookup, entry.id);
  return { status: 'not-needed', sentence: isThroughNat ? `${name} goes out under the address of a NAT gateway.` : `${name} needs no public IPv4 address on this way.` };
}

export const publicIp: Check = {
  id: 'public-ip',
  title: 'Public address',
  question: 'Does the instance have a public IPv4 address?',
  explanation:
    'An internet gateway translates one to one between a public and a private address; an instance without a public address cannot be reached, and cannot go out by the gateway. An auto-assigned address is released when the instance stops; an Elastic IP address stays. An instance with more than one interface gets none by itself.',
  judge,
};
