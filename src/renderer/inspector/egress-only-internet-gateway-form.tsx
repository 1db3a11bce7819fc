import { AttachmentSection } from './parts/attachment-section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { RoutesTo } from './parts/routes-to.tsx';

/** An egress-only internet gateway: the VPC it is attached to and the IPv6 routes that lead to it. */
export function EgressOnlyInternetGatewayForm({ id, value }: FormProps<'egress-only-internet-gateway'>) {
  return (
    <>
      <AttachmentSection id={id} kind="egress-only-internet-gateway" region={value.region} vpc={value.vpc} />
      <RoutesTo target={id} none="No route leads to it; a route to ::/0 lets a subnet open IPv6 connections through it." />
    </>
  );
}
