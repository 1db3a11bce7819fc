/// <reference types="vite/client" />
import inter400 from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?inline';
import inter500 from '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf?inline';
import inter600 from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?inline';
import mono400 from '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf?inline';
import mono500 from '@expo-google-fonts/jetbrains-mono/500Medium/JetBrainsMono_500Medium.ttf?inline';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgWasm from '@resvg/resvg-wasm/index_bg.wasm?url&inline';
import { fail, succeed, type Reply } from '@core/api/vocabulary.ts';

/** No picture viewer opens more, and the memory for it is four bytes a pixel. */
const MOST_PIXELS = 256_000_000;

/** The bytes of a `data:` address, which is how the build carries the fonts and the rasteriser. */
const bytesOf = (address: string): Uint8Array => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');

let started: Promise<void> | undefined;

/** Draws SVG text as a PNG, with the fonts of the drawing and no window. `scale` is pixels for each pixel of the drawing. */
export async function rasterise(svg: string, scale: number): Promise<Reply<Uint8Array>> {
  started ??= initWasm(bytesOf(resvgWasm));
  await started;
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [inter400, inter500, inter600, mono400, mono500].map(bytesOf), loadSystemFonts: false, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter', monospaceFamily: 'JetBrains Mono' },
  });
  const pixels = drawing.width * scale * drawing.height * scale;
  if (pixels > MOST_PIXELS) {
    drawing.free();
    return fail(`The picture would have ${Math.round(pixels / 1_000_000).toLocaleString('en')} million pixels; choose a smaller --scale.`);
  }
  const picture = drawing.render();
  const png = picture.asPng();
  picture.free();
  drawing.free();
  return succeed(png);
}
