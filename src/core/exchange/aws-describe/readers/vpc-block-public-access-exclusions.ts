import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';
import { textIn } from '../record.ts';

/** The VPC or subnet that an ARN ends with: `…:vpc/vpc-1`. */
function placeOfArn(arn: string): { readonly vpc?: string; readonly subnets?: readonly string[] } {
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  return arn.includes(':vpc/') ? { vpc: id } : { subnets: id === '' ? [] : [id] };
}

export const vpcBlockPublicAccessExclusions = defineUnmodelledReader({
  key: 'VpcBlockPublicAccessExclusions',
  call: 'ec2 describe-vpc-block-public-access-exclusions',
  nouns: { one: 'VPC Block Public Access exclusion', many: 'VPC Block Public Access exclusions' },
  type: 'vpc-block-public-access-exclusion',
  ids: ['ExclusionId'],
  placeOf: (record) => placeOfArn(textIn(record, 'ResourceArn') ?? ''),
});
