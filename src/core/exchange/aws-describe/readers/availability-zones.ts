import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { optionalText } from '../record-fields.ts';
import { textIn } from '../record.ts';

/** Availability Zones make no resources; they say which Region a snapshot is of. */
export const availabilityZones = defineReader({
  key: 'AvailabilityZones',
  call: 'ec2 describe-availability-zones',
  nouns: { one: 'Availability Zone', many: 'Availability Zones' },
  idOf: ({ record }) => textIn(record, 'ZoneName'),
  fields: z.object({ ZoneName: optionalText }),
  read: () => undefined,
});
