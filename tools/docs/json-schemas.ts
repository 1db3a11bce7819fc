import { jsonShapes, writeJsonSchema } from '@core/reporters/json-shapes.ts';
import type { Generated } from './generated.ts';

const FOLDER = 'docs/schemas';

/** The JSON Schema of everything the command line prints as JSON. */
export function writeJsonSchemas(): Generated {
  const names = Object.keys(jsonShapes) as (keyof typeof jsonShapes)[];
  return { folder: FOLDER, files: new Map(names.map((name) => [`${FOLDER}/${name}.schema.json`, writeJsonSchema(name)])) };
}
