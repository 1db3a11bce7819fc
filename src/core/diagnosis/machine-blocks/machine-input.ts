import { TCP, UDP } from '../../address/protocol.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Question } from '../../model/question.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import type { Endpoint } from '../../tracing/endpoint.ts';
import type { Block } from '../../tracing/flight.ts';
import type { Outcome } from '../../tracing/round-trip.ts';

/** The question's header, for a block that no packet met. */
type Traffic = Block['traffic'];

/** What the blocks beside the network are found from: the question, its ends, and how its traffic fared. */
export interface MachineInput {
  readonly lookup: Lookup;
  readonly question: Question;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly outcomes: readonly Outcome[];
}

const NO_TRAFFIC: Traffic = { source: [0, 0], destination: [0, 0], protocol: [0, 0], sourcePort: [0, 0], destinationPort: [0, 0] };

/** A certain block at a resource, on the request unless said otherwise. */
export function makeBlock(input: MachineInput, given: { readonly component: Block['component']; readonly resource: ResourceId; readonly code: string; readonly row?: string; readonly leg?: Block['leg'] }): Block {
  const { component, resource, code, row } = given;
  return {
    leg: given.leg ?? 'request',
    component,
    resource,
    row,
    code,
    certainty: 'certain',
    evidence: [evidenceAt(resource, row)],
    subject: {},
    traffic: input.outcomes[0]?.asked[0] ?? NO_TRAFFIC,
  };
}

/** The one port a question asks for, when it asks for one of TCP or UDP. */
export function askedPort({ outcomes }: MachineInput): { readonly protocol: 'tcp' | 'udp'; readonly port: number } | undefined {
  const box = outcomes[0]?.asked[0];
  if (!box || box.destinationPort[1] - box.destinationPort[0] !== 1 || box.protocol[1] - box.protocol[0] !== 1) return undefined;
  const [number] = box.protocol;
  return number === TCP || number === UDP ? { protocol: number === TCP ? 'tcp' : 'udp', port: box.destinationPort[0] } : undefined;
}
