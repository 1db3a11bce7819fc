import { basename } from 'node:path';
import type { ExportKind } from '@shared/contract.ts';
import { product } from '@shared/product.ts';

/** Extensions a dialog offers for each kind of file, without the dot; the first one is added to a name that has none. */
export const extensionsOf: Readonly<Record<ExportKind, readonly [string, ...string[]]>> = {
  design: ['vpc.json', 'json'],
  png: ['vpc.png', 'png'],
  svg: ['svg'],
  pdf: ['pdf'],
  json: ['json'],
  markdown: ['md'],
  csv: ['csv'],
  terraform: ['tf'],
  cloudformation: ['yaml', 'yml', 'json'],
  drawio: ['drawio'],
  mermaid: ['mmd'],
};

export const titleOf: Readonly<Record<ExportKind, string>> = {
  design: `${product.name} design`,
  png: 'PNG picture',
  svg: 'SVG picture',
  pdf: 'PDF page',
  json: 'JSON',
  markdown: 'Markdown',
  csv: 'CSV table',
  terraform: 'Terraform',
  cloudformation: 'CloudFormation template',
  drawio: 'draw.io diagram',
  mermaid: 'Mermaid diagram',
};

/** The last part of an extension: what dialogs of every system understand (`json` of `vpc.json`). */
export const lastPart = (extension: string): string => extension.slice(extension.lastIndexOf('.') + 1);

/** The path with an extension of its kind; a name that has one keeps it. */
export function withExtension(path: string, kind: ExportKind): string {
  const name = basename(path).toLowerCase();
  const extensions = extensionsOf[kind];
  return extensions.some((extension) => name.endsWith(`.${lastPart(extension)}`)) ? path : `${path}.${extensions[0]}`;
}

const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;
const LONGEST_NAME = 120;

/** A suggested name as every system accepts it: no folders, no signs that Windows refuses. */
export function toFileName(suggested: string): string {
  const name = suggested.replaceAll(FORBIDDEN, '-').replace(/^[.\s]+|[.\s]+$/g, '').slice(0, LONGEST_NAME);
  return name === '' ? product.untitledName : name;
}
