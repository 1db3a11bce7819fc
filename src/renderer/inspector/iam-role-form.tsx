import type { FormProps } from './parts/form-props.ts';
import { BoundarySection, TrustSection } from './role/limits-section.tsx';
import { NeedsSection } from './role/needs-section.tsx';
import { PoliciesSection } from './role/policies-section.tsx';
import { ResourcePoliciesSection } from './role/resource-policies-section.tsx';

/** A role of IAM: what its instances ask for, its policies and what limits them, and who may take it on. */
export function IamRoleForm(props: FormProps<'iam-role'>) {
  return (
    <>
      <NeedsSection {...props} />
      <PoliciesSection {...props} />
      <BoundarySection {...props} />
      <ResourcePoliciesSection {...props} />
      <TrustSection {...props} />
    </>
  );
}
