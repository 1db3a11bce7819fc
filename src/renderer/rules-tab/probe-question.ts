import { byNumber } from '@core/editing/network-acl-rules.ts';
import { interfacesIn } from '@core/editing/members.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { NetworkAcl } from '@core/model/resources/index.ts';
import type { Question } from '@core/model/question.ts';
import { subnetsOfAcl } from '../inspector/network-acl-form.tsx';

const USUAL_PORT = 443;

/** The first TCP port an ACL lets in: what somebody would ask for behind it. */
function portOf(acl: NetworkAcl): number {
  const open = byNumber(acl.inbound).find(([, rule]) => rule.action === 'allow' && rule.protocol === 'tcp' && rule.fromPort !== undefined);
  return open?.[1].fromPort ?? USUAL_PORT;
}

/** The machine behind an interface, else the interface itself. */
function firstIn(design: Design, subnets: readonly ResourceId[]): ResourceId | undefined {
  const [entry] = subnets.flatMap((subnet) => interfacesIn(design, subnet));
  return entry && (entry.value.attachment?.deviceIndex === 0 ? entry.value.attachment.resource : entry.id);
}

export interface ProbeSource {
  readonly id: ResourceId;
  readonly acl: NetworkAcl;
  /** Whether a subnet can be reached from the internet. */
  readonly isPublic: (subnet: ResourceId) => boolean;
}

/**
 * A question whose replies pass an ACL, for when nobody has asked one: from the internet to what stands behind it, or from
 * another subnet of the VPC where it guards private ones. `undefined` where nothing stands behind it.
 */
export function probeQuestion(design: Design, { id, acl, isPublic }: ProbeSource): Question | undefined {
  const behind = subnetsOfAcl(design, id, acl).map((subnet) => subnet.id);
  const to = firstIn(design, behind);
  if (to === undefined) return undefined;
  const question = { to, protocol: 'tcp', port: portOf(acl) } as const;
  if (behind.some(isPublic)) return { ...question, from: 'internet' };
  const elsewhere = Object.entries(design.resources).filter(
    ([subnet, value]) => value.kind === 'subnet' && value.vpc === acl.vpc && !behind.includes(subnet as ResourceId),
  );
  const from = firstIn(
    design,
    elsewhere.map(([subnet]) => subnet as ResourceId),
  );
  return from === undefined ? undefined : { ...question, from };
}
