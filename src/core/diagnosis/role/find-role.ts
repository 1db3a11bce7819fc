import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { IamRole, Instance } from '../../model/resources/index.ts';

const isOfAccount = (account: string | undefined) => ({ value }: Entry<IamRole>): boolean => account === undefined || (value.account ?? account) === account;

/**
 * The role that an instance's profile holds; nothing where the design has none of that name, or several. A snapshot names the
 * profile, and the console gives profile and role one name
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html).
 */
export function findRole({ byKind }: Lookup, { role, account }: Pick<Instance, 'role' | 'account'>): Entry<IamRole> | undefined {
  if (role === undefined) return undefined;
  const roles = byKind['iam-role'].filter(isOfAccount(account));
  const ofProfile = roles.filter(({ value }) => value.instanceProfiles?.includes(role));
  const found = ofProfile.length > 0 ? ofProfile : roles.filter(({ value }) => value.name === role);
  return found.length === 1 ? found[0] : undefined;
}
