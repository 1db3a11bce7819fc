import { GatewayTableSection } from './edges/gateway-table-section.tsx';
import { AttachmentSection } from './parts/attachment-section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { RoutesTo } from './parts/routes-to.tsx';

/** An internet gateway: the VPC it is attached to, the table for what comes in, and the routes that make subnets public through it. */
export function InternetGatewayForm({ id, value }: FormProps<'internet-gateway'>) {
  return (
    <>
      <AttachmentSection id={id} kind="internet-gateway" region={value.region} vpc={value.vpc} />
      <GatewayTableSection id={id} vpc={value.vpc} />
      <RoutesTo target={id} none="No route leads to it, so no subnet is public through it." />
    </>
  );
}
