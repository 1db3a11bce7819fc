import { fail, type Reply } from '@core/model/reply.ts';
import type { DesignerHost } from '@shared/contract.ts';
import type { SvgPicture } from './draw-png.ts';

/** PDF 1.7 (ISO 32000-1), annex C.2: a page is at most 14,400 units of a 72nd of an inch wide and high; CSS counts 96 to the inch. */
const LONGEST_PAGE = (14_400 / 72) * 96;

function makeSheet({ svg, width, height }: SvgPicture): { readonly sheet: HTMLElement; readonly image: HTMLImageElement; readonly url: string } {
  const scale = Math.min(1, LONGEST_PAGE / Math.max(width, height));
  const [pageWidth, pageHeight] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const sheet = document.createElement('div');
  sheet.dataset['printSheet'] = '';
  sheet.ariaHidden = 'true';
  const page = document.createElement('style');
  page.textContent = `@page { size: ${pageWidth}px ${pageHeight}px; margin: 0; }`;
  const image = new Image(pageWidth, pageHeight);
  image.src = url;
  sheet.append(page, image);
  return { sheet, image, url };
}

/**
 * A picture as a PDF page of its own size: vectors and real text, printed by the browser the page runs in. `null` where
 * that browser asks where to print to, and so has written the file itself.
 */
export async function printPicture(picture: SvgPicture, host: Pick<DesignerHost, 'printPage'>): Promise<Reply<Uint8Array | null>> {
  const { sheet, image, url } = makeSheet(picture);
  document.body.append(sheet);
  try {
    await image.decode();
    const printed = await host.printPage();
    if (printed.ok && printed.value === null) window.print();
    return printed;
  } catch {
    return fail('The picture could not be printed; export it as SVG.');
  } finally {
    sheet.remove();
    URL.revokeObjectURL(url);
  }
}
