import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type { SecurityGroup } from '../model/resources/index.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';

const LONGEST_NAME = 255;

/** A group's name is AWS's own, not a tag: unique in its VPC and not like an id (VPC User Guide, security-groups). */
function checkGroupName(draft: Draft, group: SecurityGroup, name: string): void {
  if (name.startsWith('sg-')) refuse(`A security group's name may not start with "sg-"; ${name} does.`);
  const twin = draft.list('security-group').find(({ value }) => value !== group && value.vpc === group.vpc && value.name === name);
  if (twin) refuse(`${draft.nameOf(group.vpc)} has a security group named ${name} already; names of groups are unique in a VPC.`);
}

/** Gives a resource another name. Spaces around it do not count; it may not be empty. */
export function renameResource(design: Design, { resource: id, name: given }: { readonly resource: ResourceId; readonly name: string }): EditResult {
  return edit(design, (draft) => {
    const resource = draft.find(id) ?? refuse(`${id} is not in the design.`);
    const name = given.trim();
    if (name === '') refuse(`${draft.nameOf(id)} needs a name.`);
    if (name.length > LONGEST_NAME) refuse(`A name has at most ${LONGEST_NAME} characters; this one has ${name.length}.`);
    if (resource.kind === 'security-group') checkGroupName(draft, resource, name);
    const before = draft.nameOf(id);
    draft.put(id, { ...resource, name });
    return { said: `Rename ${before} to ${name}`, select: [id] };
  });
}

/** Gives the design another name. */
export function renameDesign(design: Design, { name: given }: { readonly name: string }): EditResult {
  return edit(design, (draft) => {
    const name = given.trim();
    if (name === '') refuse('The design needs a name.');
    draft.design = { ...draft.design, name };
    return { said: `Rename the design to ${name}` };
  });
}
