import { z } from 'zod';
import { asResourceId, asRowId, type ResourceId } from '../../../model/ids.ts';
import type { BlockPublicAccessExclusion } from '../../../model/resources/index.ts';
import { defineReader } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOf } from '../regions.ts';

const exclusionFields = z.object({
  ExclusionId: text,
  InternetGatewayExclusionMode: z.enum(['allow-bidirectional', 'allow-egress']),
  ResourceArn: text,
  State: optionalText,
});

/** States in which an exclusion is gone. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessExclusion.html */
const ENDED = ['delete-complete', 'disable-complete', 'create-failed'];

/** The VPC or subnet that an ARN ends with: `…:vpc/vpc-1`. */
function placeOfArn(arn: string): Pick<BlockPublicAccessExclusion, 'vpc' | 'subnet'> {
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  return arn.includes(':vpc/') ? { vpc: asResourceId(id) } : { subnet: asResourceId(id) };
}

const vpcOf = (draft: Draft, { vpc, subnet }: Pick<BlockPublicAccessExclusion, 'vpc' | 'subnet'>): ResourceId | undefined =>
  vpc ?? (subnet === undefined ? undefined : draft.get(subnet, 'subnet')?.vpc);

/** What VPC Block Public Access leaves out, as rows of the Region it is on in. */
export const vpcBlockPublicAccessExclusions = defineReader({
  key: 'VpcBlockPublicAccessExclusions',
  call: 'ec2 describe-vpc-block-public-access-exclusions',
  nouns: { one: 'VPC Block Public Access exclusion', many: 'VPC Block Public Access exclusions' },
  idOf: ({ record }) => textIn(record, 'ExclusionId'),
  fields: exclusionFields,
  read: (entry, draft) => {
    const { ExclusionId, InternetGatewayExclusionMode, ResourceArn, State } = entry.fields;
    if (State !== undefined && ENDED.includes(State)) return;
    const place = placeOfArn(ResourceArn);
    const [, , , region, account] = ResourceArn.split(':');
    const record = { RegionName: region, OwnerId: account, ...entry.record };
    const exclusion = { ...place, mode: InternetGatewayExclusionMode, ...(State === undefined ? {} : { state: State }) };
    draft.change(regionOf(draft, { ...entry, record }, vpcOf(draft, place)), 'region', (one) => ({
      ...one,
      blockPublicAccessExclusions: { ...one.blockPublicAccessExclusions, [asRowId(ExclusionId)]: exclusion },
    }));
  },
});
