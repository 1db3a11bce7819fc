import { readScript as readScriptOf } from '../diagnosis/read-script.ts';
import type { ScriptReading } from '../findings/script-reading.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId } from '../model/ids.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import type { RequestOf } from './requests.ts';

/** What is wrong with the start-up script of an instance and what was understood of it; a problem where the id is of no instance. */
export function readScript({ design, instance }: RequestOf<'readScript'>): Reply<ScriptReading> {
  const reading = readScriptOf(buildLookup(design), asResourceId(instance));
  return reading ? succeed(reading) : fail(`${instance} is no instance of this design.`);
}
