import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { securityGroupRuleSchema } from '../../../model/resources/security-group.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { makeRows } from '../make-rows.ts';
import { permissionFields, readPermission } from '../permissions.ts';
import { listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const groupFields = z.object({
  GroupId: text,
  GroupName: optionalText,
  Description: optionalText,
  VpcId: text,
  IpPermissions: listOf(permissionFields),
  IpPermissionsEgress: listOf(permissionFields),
});

// The words AWS gives the group that comes with a VPC; a group that somebody made may be called "default" as well.
const DEFAULT_DESCRIPTION = 'default VPC security group';

/** Security groups with one rule for each peer. */
export const securityGroups = defineReader({
  key: 'SecurityGroups',
  call: 'ec2 describe-security-groups',
  nouns: { one: 'security group', many: 'security groups' },
  idOf: ({ record }) => textIn(record, 'GroupId'),
  fields: groupFields,
  read: (entry, draft) => {
    const { fields, id } = entry;
    const group = asResourceId(id);
    const owner = draft.places.accountOf(entry);
    const rows = { key: 'SecurityGroups', id, prefix: 'rule', schema: securityGroupRuleSchema };
    draft.put(group, {
      ...readCommonFields(draft, entry, fields.GroupName),
      kind: 'security-group',
      vpc: asResourceId(fields.VpcId),
      ...(fields.Description === undefined ? {} : { description: fields.Description }),
      inbound: makeRows(draft, { ...rows, values: fields.IpPermissions.flatMap((permission) => readPermission(permission, owner)) }),
      outbound: makeRows(draft, { ...rows, values: fields.IpPermissionsEgress.flatMap((permission) => readPermission(permission, owner)) }),
    });
    if (fields.GroupName !== 'default') return;
    const isSure = fields.Description === DEFAULT_DESCRIPTION;
    draft.change(fields.VpcId, 'vpc', (vpc) => (isSure || vpc.defaultSecurityGroup === undefined ? { ...vpc, defaultSecurityGroup: group } : vpc));
  },
});
