import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { flag } from '../record-fields.ts';
import type { SourcedRecord } from '../record.ts';
import { textIn } from '../record.ts';

/** The name of a Classic Load Balancer: said beside the attributes, or the name of the file. */
const nameOf = ({ document, source }: SourcedRecord): string => textIn(document, 'LoadBalancerName') ?? (source.path.split(/[\\/]/).at(-1) ?? '').replace(/\.json$/, '');

/** Whether a Classic Load Balancer crosses zones. https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerAttributes.html */
export const classicLoadBalancerAttributes = defineReader({
  key: 'LoadBalancerAttributes',
  call: 'elb describe-load-balancer-attributes',
  nouns: { one: 'set of attributes of a Classic Load Balancer', many: 'sets of attributes of Classic Load Balancers' },
  isSingle: true,
  idOf: nameOf,
  fields: z.object({ CrossZoneLoadBalancing: z.object({ Enabled: flag.optional() }).optional() }),
  read: ({ fields, id }, draft) => {
    const enabled = fields.CrossZoneLoadBalancing?.Enabled;
    if (enabled !== undefined) draft.change(id, 'load-balancer', (value) => ({ ...value, crossZone: enabled }));
  },
});
