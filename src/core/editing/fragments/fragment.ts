import { z } from 'zod';
import { boxSchema, type Design } from '../../model/design.ts';
import { asResourceId, resourceIdSchema, type ResourceId } from '../../model/ids.ts';
import { fail, succeed, type Reply } from '../../model/reply.ts';
import { resourceSchema } from '../../model/resources/index.ts';
import { ownerOfKey, parseZoneKey } from '../container.ts';
import { cascade } from '../deleting/cascade.ts';
import { listResources } from '../draft.ts';

const FRAGMENT_VERSION = 1;

/** What is on the clipboard: some resources of a design with everything they contain, and where their nodes stood. */
export const fragmentSchema = z.object({
  fragment: z.literal('reachable'),
  version: z.literal(FRAGMENT_VERSION),
  /** What was selected; the rest is what it contains. */
  roots: z.array(resourceIdSchema),
  resources: z.record(resourceIdSchema, resourceSchema),
  layout: z.record(z.string(), boxSchema),
});
export type Fragment = z.infer<typeof fragmentSchema>;

/** Every interface of an instance that is copied, not only the primary one. */
function withInterfaces(design: Design, ids: ReadonlySet<ResourceId>): ReadonlySet<ResourceId> {
  const attached = listResources(design, 'network-interface').filter(({ value }) => value.attachment !== undefined && ids.has(value.attachment.resource));
  return new Set([...ids, ...attached.map(({ id }) => id)]);
}

/**
 * Interfaces that AWS manages for what is not copied stay out: a subnet holds those of a database, a load balancer or an
 * endpoint that goes on in other subnets, and nobody can make such an interface.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
 */
function withoutManaged(design: Design, ids: ReadonlySet<ResourceId>): ReadonlySet<ResourceId> {
  const isCopied = (id: ResourceId): boolean => {
    const resource = design.resources[id];
    if (resource?.kind !== 'network-interface') return true;
    const { attachment, owner } = resource;
    if (attachment && ids.has(attachment.resource)) return true;
    const holder = attachment && design.resources[attachment.resource]?.kind;
    return owner === undefined && (holder === undefined || holder === 'instance');
  };
  return new Set([...ids].filter(isCopied));
}

/**
 * Copies resources with everything they contain as plain JSON. Keys of zones and standbys are passed over or mean their DB
 * instance; `undefined` when nothing of the design is among the keys.
 */
export function copyFragment(design: Design, { keys }: { readonly keys: readonly string[] }): Fragment | undefined {
  const chosen = [...new Set(keys.map((key) => asResourceId(ownerOfKey(key))))].filter((id) => Object.hasOwn(design.resources, id));
  if (chosen.length === 0) return undefined;
  const ids = withoutManaged(design, withInterfaces(design, cascade(design, chosen)));
  if (ids.size === 0) return undefined;
  const contained = new Set(chosen.flatMap((id) => [...cascade(design, [id])].filter((other) => other !== id)));
  const isCopied = (key: string): boolean => ids.has(asResourceId(ownerOfKey(key))) || ids.has(parseZoneKey(key)?.vpc ?? asResourceId(''));
  return {
    fragment: 'reachable',
    version: FRAGMENT_VERSION,
    roots: chosen.filter((id) => !contained.has(id) && ids.has(id)),
    resources: Object.fromEntries(Object.entries(design.resources).filter(([id]) => ids.has(asResourceId(id)))),
    layout: Object.fromEntries(Object.entries(design.layout).filter(([key]) => isCopied(key))),
  };
}

/** Reads a fragment from outside, such as the clipboard. Never throws. */
export function parseFragment(value: unknown): Reply<Fragment> {
  const isFragment = typeof value === 'object' && value !== null && 'fragment' in value;
  if (!isFragment) return fail('The clipboard holds nothing that was copied in Reachable.');
  const parsed = fragmentSchema.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  return fail(`What was copied cannot be read: ${issue?.path.map(String).join(' › ') ?? ''} ${issue?.message ?? ''}.`.replace(/\s+/g, ' '));
}
