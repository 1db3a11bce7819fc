import { z } from 'zod';
import { asResourceId, type ResourceId } from '../../../model/ids.ts';
import { instanceSchema } from '../../../model/resources/instance.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader, type Entry } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { interfaceFields, makeInterface, type InterfaceFields } from '../make-interface.ts';
import { readOperatingSystem } from '../operating-system.ts';
import { putUserData } from '../put-user-data.ts';
import { groupsField, listOf, optionalText, text } from '../record-fields.ts';
import { isRecord, textIn, type AwsRecord } from '../record.ts';

const instanceFields = z.object({
  InstanceId: text,
  InstanceType: text,
  ImageId: optionalText,
  Platform: optionalText,
  PlatformDetails: optionalText,
  State: z.object({ Name: instanceSchema.shape.state }).optional(),
  IamInstanceProfile: z.object({ Arn: optionalText }).optional(),
  NetworkInterfaces: listOf(z.unknown()),
  SubnetId: optionalText,
  VpcId: optionalText,
  PrivateIpAddress: optionalText,
  PublicIpAddress: optionalText,
  SecurityGroups: groupsField,
  UserData: optionalText,
});
type InstanceFields = z.infer<typeof instanceFields>;

/** The name at the end of `arn:…:instance-profile/path/name`; consoles name a profile like its role. */
const roleOf = (arn: string | undefined): string | undefined => arn?.split('/').at(-1);

/** Where another instance has an interface of the same id already (ids made anonymous), this one gets a name of its own. */
function claimInterface(draft: Draft, fields: InterfaceFields, instance: string): ResourceId | undefined {
  const id = fields.NetworkInterfaceId;
  const deviceIndex = fields.Attachment?.DeviceIndex ?? 0;
  const known = draft.get(id, 'network-interface');
  if (!known) return draft.claim(id, `${id}-of-${instance}`);
  if (known.attachment === undefined) draft.change(id, 'network-interface', (one) => ({ ...one, attachment: { resource: asResourceId(instance), deviceIndex } }));
  if (known.attachment === undefined || known.attachment.resource === instance) return undefined;
  const claimed = draft.claim(`${id}-of-${instance}`);
  const sentence = `${instance} has the interface ${id}, which is another one's in these files; it is drawn as ${claimed}.`;
  draft.note({ type: 'Reservations', count: 1, outcome: 'broken-reference', sentence });
  return claimed;
}

function attach(fields: InterfaceFields, instance: string, index: number): InterfaceFields {
  const attachment = fields.Attachment ?? { DeviceIndex: index, InstanceOwnerId: undefined, Status: undefined };
  return { ...fields, Attachment: { ...attachment, InstanceId: instance } };
}

/** The interfaces that the instance itself lists and that no file of interfaces told of. */
function readOwnInterfaces(draft: Draft, entry: Entry<InstanceFields>): void {
  entry.fields.NetworkInterfaces.forEach((raw, index) => {
    const parsed = interfaceFields.safeParse(raw);
    if (!parsed.success) {
      const sentence = `Reservations › ${entry.id} › NetworkInterfaces › ${index}: this is no network interface; it was left out.`;
      draft.note({ type: 'Reservations', count: 1, outcome: 'skipped', sentence });
      return;
    }
    const id = claimInterface(draft, parsed.data, entry.id);
    if (id === undefined) return;
    const record = raw as AwsRecord;
    draft.put(id, makeInterface(draft, { ...entry, record, id, fields: attach(parsed.data, entry.id, index) }, 'Reservations'));
  });
}

/** An instance of an old answer, without a list of interfaces: one is made of the instance's own address. */
function makeOnlyInterface(draft: Draft, entry: Entry<InstanceFields>): void {
  const { fields, id: instance } = entry;
  if (fields.SubnetId === undefined || fields.PrivateIpAddress === undefined) return;
  if (draft.all('network-interface').some(([, one]) => one.attachment?.resource === instance)) return;
  const id = draft.claim(`eni-of-${instance}`);
  const made = interfaceFields.safeParse({
    NetworkInterfaceId: id,
    SubnetId: fields.SubnetId,
    PrivateIpAddress: fields.PrivateIpAddress,
    Groups: fields.SecurityGroups,
    ...(fields.PublicIpAddress === undefined ? {} : { Association: { PublicIp: fields.PublicIpAddress } }),
  });
  const record = { OwnerId: entry.record['OwnerId'] };
  if (made.success) draft.put(id, makeInterface(draft, { ...entry, record, id, fields: attach(made.data, instance, 0) }, 'Reservations'));
}

function stateOf(draft: Draft, { fields, id }: Entry<InstanceFields>): z.infer<typeof instanceSchema>['state'] {
  if (fields.State) return fields.State.Name;
  draft.note({ type: 'Reservations', count: 1, outcome: 'skipped', sentence: `${id} has no State; it is taken to be running.` });
  return 'running';
}

/** Instances of every state, with their interfaces. A terminated one has no VPC any more and is kept all the same. */
export const instances = defineReader({
  key: 'Reservations',
  otherKeys: ['Instances'],
  call: 'ec2 describe-instances',
  nouns: { one: 'instance', many: 'instances' },
  idOf: ({ record }) => textIn(record, 'InstanceId'),
  unwrap: (record, key) => {
    const list = record['Instances'];
    if (key === 'Instances' || !Array.isArray(list)) return [record];
    return list.map((instance: unknown) => ({ OwnerId: record['OwnerId'], ...(isRecord(instance) ? instance : {}) }));
  },
  fields: instanceFields,
  read: (entry, draft) => {
    const { fields, id } = entry;
    const role = roleOf(fields.IamInstanceProfile?.Arn);
    draft.put(asResourceId(id), {
      ...readCommonFields(draft, entry),
      kind: 'instance',
      operatingSystem: readOperatingSystem(draft, { image: fields.ImageId, platform: fields.Platform ?? fields.PlatformDetails }),
      ...(fields.ImageId === undefined ? {} : { image: fields.ImageId }),
      instanceType: fields.InstanceType,
      state: stateOf(draft, entry),
      ...(role === undefined ? {} : { role }),
    });
    if (fields.UserData !== undefined) putUserData(draft, id, fields.UserData);
    readOwnInterfaces(draft, entry);
    if (fields.NetworkInterfaces.length === 0) makeOnlyInterface(draft, entry);
  },
});
