import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { projectPath } from './build-settings.ts';

/** Linux takes a folder of sizes; macOS and Windows take the largest and make their own formats of it. */
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const folder = projectPath('resources/icons');
const drawing = readFileSync(`${folder}/icon.svg`, 'utf8');

await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
mkdirSync(`${folder}/linux`, { recursive: true });
for (const size of SIZES) {
  const png = new Resvg(drawing, { fitTo: { mode: 'width', value: size } }).render().asPng();
  writeFileSync(size === 1024 ? `${folder}/icon.png` : `${folder}/linux/${size}x${size}.png`, png);
}
writeFileSync(projectPath('resources/public/icon.svg'), drawing);
console.log(`Drew ${SIZES.length} sizes of resources/icons/icon.svg.`);
