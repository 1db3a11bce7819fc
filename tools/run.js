// Runs a tool of this folder: `node tools/run.js NAME [ARGUMENTS]`. Why: docs/decisions/0001-how-tools-run.md
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

const [node, , name, ...rest] = process.argv;
const tool = new URL(`./${name}.ts`, import.meta.url);

register('./typescript-hooks.js', import.meta.url);
process.argv = [node, fileURLToPath(tool), ...rest];
await import(tool.href);
