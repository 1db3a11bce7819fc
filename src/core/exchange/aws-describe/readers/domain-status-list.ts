import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';
import { recordIn, textIn, textsIn } from '../record.ts';

export const domainStatusList = defineUnmodelledReader({
  key: 'DomainStatusList',
  call: 'es describe-elasticsearch-domains',
  nouns: { one: 'OpenSearch domain', many: 'OpenSearch domains' },
  type: 'opensearch-domain',
  ids: ['ARN', 'DomainId', 'DomainName'],
  nameField: 'DomainName',
  placeOf: (record) => {
    const place = recordIn(record, 'VPCOptions');
    return { vpc: textIn(place, 'VPCId'), subnets: textsIn(place, 'SubnetIds') };
  },
});
