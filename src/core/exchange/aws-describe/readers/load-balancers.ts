import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { areListenersAnswered } from '../load-balancing-parent.ts';
import { listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const loadBalancerFields = z.object({
  LoadBalancerArn: text,
  LoadBalancerName: optionalText,
  Type: z.enum(['application', 'network', 'gateway']).default('application'),
  Scheme: z.enum(['internet-facing', 'internal']).default('internal'),
  VpcId: optionalText,
  State: z.object({ Code: optionalText }).optional(),
  DNSName: optionalText,
  IpAddressType: optionalText,
  SecurityGroups: listOf(text),
  AvailabilityZones: listOf(z.object({ SubnetId: optionalText })),
});

/** Application, Network and Gateway Load Balancers. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html */
export const loadBalancers = defineReader({
  key: 'LoadBalancers',
  call: 'elbv2 describe-load-balancers',
  nouns: { one: 'load balancer', many: 'load balancers' },
  idOf: ({ record }) => textIn(record, 'LoadBalancerArn'),
  fields: loadBalancerFields,
  read: (entry, draft) => {
    const { fields, id } = entry;
    draft.put(asResourceId(id), {
      ...readCommonFields(draft, entry, fields.LoadBalancerName),
      kind: 'load-balancer',
      type: fields.Type,
      scheme: fields.Scheme,
      ...(fields.VpcId !== undefined && { vpc: asResourceId(fields.VpcId) }),
      subnets: fields.AvailabilityZones.flatMap(({ SubnetId }) => (SubnetId === undefined ? [] : [asResourceId(SubnetId)])),
      securityGroups: fields.SecurityGroups.map(asResourceId),
      state: fields.State?.Code ?? 'active',
      ...(fields.IpAddressType !== undefined && { ipAddressType: fields.IpAddressType }),
      ...(fields.DNSName !== undefined && { dnsName: fields.DNSName }),
      listeners: {},
      ...(!areListenersAnswered(draft, id) && { listenersKnown: false }),
    });
  },
});
