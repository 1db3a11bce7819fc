import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { listenerSchema } from '../../../model/resources/load-balancer.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { makeRows } from '../make-rows.ts';
import { listOf, number, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const listenerFields = z.object({ Protocol: text, LoadBalancerPort: number, InstanceProtocol: optionalText, InstancePort: number.optional() });
const classicFields = z.object({
  LoadBalancerName: text,
  Scheme: z.enum(['internet-facing', 'internal']).default('internet-facing'),
  VPCId: optionalText,
  DNSName: optionalText,
  Subnets: listOf(text),
  SecurityGroups: listOf(text),
  ListenerDescriptions: listOf(z.object({ Listener: listenerFields })),
  Instances: listOf(z.object({ InstanceId: text })),
});

const readListener = ({ Protocol, LoadBalancerPort, InstanceProtocol, InstancePort }: z.infer<typeof listenerFields>): unknown => ({
  protocol: Protocol.toUpperCase(),
  port: LoadBalancerPort,
  targetGroups: [],
  ...(InstanceProtocol !== undefined && { instanceProtocol: InstanceProtocol.toUpperCase() }),
  ...(InstancePort !== undefined && { instancePort: InstancePort }),
});

/** Classic Load Balancers with their listeners and instances. https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerDescription.html */
export const loadBalancerDescriptions = defineReader({
  key: 'LoadBalancerDescriptions',
  call: 'elb describe-load-balancers',
  nouns: { one: 'Classic Load Balancer', many: 'Classic Load Balancers' },
  idOf: ({ record }) => textIn(record, 'LoadBalancerName'),
  fields: classicFields,
  read: (entry, draft) => {
    const { fields, id } = entry;
    const values = fields.ListenerDescriptions.map(({ Listener }) => readListener(Listener));
    draft.put(draft.claim(id, `classic-load-balancer-${id}`), {
      ...readCommonFields(draft, entry, fields.LoadBalancerName),
      kind: 'load-balancer',
      type: 'classic',
      scheme: fields.Scheme,
      ...(fields.VPCId !== undefined && { vpc: asResourceId(fields.VPCId) }),
      subnets: fields.Subnets.map(asResourceId),
      securityGroups: fields.SecurityGroups.map(asResourceId),
      state: 'active',
      ...(fields.DNSName !== undefined && { dnsName: fields.DNSName }),
      listeners: makeRows(draft, { key: 'LoadBalancerDescriptions', id, prefix: 'listener', schema: listenerSchema, values }),
      instances: fields.Instances.map(({ InstanceId }) => asResourceId(InstanceId)),
    });
  },
});
