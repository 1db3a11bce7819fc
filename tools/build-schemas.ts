import { writeFile } from 'node:fs/promises';
import { jsonShapes, writeJsonSchema } from '@core/reporters/json-shapes.ts';
import { projectPath } from './build-settings.ts';

/** Writes the JSON Schema of everything the command line prints as JSON to `docs/schemas`. A test fails when they are stale. */
for (const name of Object.keys(jsonShapes) as (keyof typeof jsonShapes)[]) {
  await writeFile(projectPath('docs', 'schemas', `${name}.schema.json`), writeJsonSchema(name));
}
