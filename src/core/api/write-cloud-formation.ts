import { writeCloudFormation as writeTemplate } from '../exchange/cloudformation/write-cloud-formation.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { WrittenTemplate } from './core-api.ts';
import type { RequestOf } from './requests.ts';

/** The design as a CloudFormation template, with what it leaves out. */
export function writeCloudFormation({ design }: RequestOf<'writeCloudFormation'>): Reply<WrittenTemplate> {
  const written = writeTemplate(design);
  return written.ok ? succeed({ text: written.value.text, notes: written.value.notes }) : written;
}
