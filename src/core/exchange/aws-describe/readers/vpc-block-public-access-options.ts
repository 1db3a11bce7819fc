import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { optionalText } from '../record-fields.ts';
import { regionOf, regionsWithCode } from '../regions.ts';
import { textIn } from '../record.ts';

const optionFields = z.object({
  InternetGatewayBlockMode: z.enum(['off', 'block-bidirectional', 'block-ingress']),
  AwsRegion: optionalText,
  AwsAccountId: optionalText,
});

/** VPC Block Public Access of a Region. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessOptions.html */
export const vpcBlockPublicAccessOptions = defineReader({
  key: 'VpcBlockPublicAccessOptions',
  call: 'ec2 describe-vpc-block-public-access-options',
  nouns: { one: 'Region with VPC Block Public Access', many: 'Regions with VPC Block Public Access' },
  isSingle: true,
  idOf: ({ record, source }) => `${textIn(record, 'AwsAccountId') ?? source.account ?? ''} ${textIn(record, 'AwsRegion') ?? source.region ?? ''}`,
  fields: optionFields,
  read: (entry, draft) => {
    const { AwsRegion, AwsAccountId, InternetGatewayBlockMode } = entry.fields;
    const owned = { OwnerId: AwsAccountId, RegionName: AwsRegion, ...entry.record };
    const known = AwsRegion === undefined ? [] : regionsWithCode(draft, AwsRegion);
    const [only] = known;
    const region = known.length === 1 && only !== undefined ? only : regionOf(draft, { ...entry, record: owned });
    draft.change(region, 'region', (one) => ({ ...one, blockPublicAccess: InternetGatewayBlockMode }));
  },
});
