import type { Design } from '../model/design.ts';
import type { RandomSource, ResourceId } from '../model/ids.ts';
import type { Instance } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { assignPublicAddress, getsPublicAddress, keepAllocated } from './elastic-ip.ts';
import { blackholeRoutes } from './blackholes.ts';
import { interfacesOf } from './members.ts';
import { joinNames } from './nouns.ts';
import { refuse } from './refusal.ts';
import { mapRows } from './rows.ts';

type State = Instance['state'];

const VERBS: Readonly<Record<State, string>> = {
  pending: 'Start',
  running: 'Start',
  stopping: 'Stop',
  stopped: 'Stop',
  'shutting-down': 'Terminate',
  terminated: 'Terminate',
};

const isUp = (state: State): boolean => state === 'running' || state === 'pending';
const isGone = (state: State): boolean => state === 'terminated' || state === 'shutting-down';

/** Releases the auto-assigned addresses of an instance and answers which they were. */
function releaseAutoAssigned(draft: Draft, instance: ResourceId): readonly string[] {
  const released: string[] = [];
  for (const { id, value } of interfacesOf(draft.design, instance)) {
    const addresses = mapRows(value.addresses, (held) => {
      if (held.public?.type !== 'auto-assigned') return held;
      released.push(held.public.address);
      return { address: held.address, primary: held.primary };
    });
    draft.change(id, 'network-interface', { addresses });
  }
  return released;
}

/** The primary interface is deleted with its instance; further ones stay, detached. Elastic IP addresses stay allocated. */
function giveUpInterfaces(draft: Draft, instance: ResourceId): void {
  const [primary, ...others] = interfacesOf(draft.design, instance);
  for (const { id } of others) draft.change(id, 'network-interface', { attachment: undefined });
  blackholeRoutes(draft, new Set([instance, ...(primary ? [primary.id] : [])]));
  if (!primary) return;
  for (const held of Object.values(primary.value.addresses)) {
    if (held.public?.type === 'elastic') keepAllocated(draft, primary.id, held.public);
  }
  draft.remove(new Set([primary.id]));
}

function sayConsequence(draft: Draft, instance: ResourceId, { to, released, given }: { readonly to: State; readonly released: readonly string[]; readonly given: string | undefined }): string {
  if (released.length > 0) return `, which releases ${joinNames(released)}`;
  if (given !== undefined) return `, with the new public address ${given}`;
  const interfaces = interfacesOf(draft.design, instance);
  const holdsPublic = interfaces.some(({ value }) => Object.values(value.addresses).some((held) => held.public));
  const hasSeveral = to === 'running' && interfaces.length > 1 && !holdsPublic;
  return hasSeveral ? ', without a public address: it has more than one interface' : '';
}

/**
 * Starts, stops or terminates an instance. Stopping releases auto-assigned public addresses; starting gives a new one only
 * to an instance of one interface whose subnet hands them out and that holds no Elastic IP address. Terminating removes
 * the primary interface and is final.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
 */
export function setInstanceState(design: Design, { instance, state, random }: { readonly instance: ResourceId; readonly state: State; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const before = draft.need(instance, 'instance');
      if (before.state === state) refuse(`${before.name} is ${state} already.`);
      if (isGone(before.state) && !isGone(state)) refuse(`${before.name} is terminated, which is final; launch another instance.`);
      draft.change(instance, 'instance', { state });
      const released = isUp(state) ? [] : releaseAutoAssigned(draft, instance);
      if (isGone(state) && !isGone(before.state)) giveUpInterfaces(draft, instance);
      const given = state === 'running' && !isUp(before.state) && getsPublicAddress(draft, instance) ? assignPublicAddress(draft, instance) : undefined;
      return { said: `${VERBS[state]} ${before.name}${sayConsequence(draft, instance, { to: state, released, given })}`, select: [instance] };
    },
    random,
  );
}
