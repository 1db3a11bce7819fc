import type { ImportReport } from '../findings/import-report.ts';
import type { Design } from '../model/design.ts';
import { parseDesign, parseDesignText } from '../model/parse-design.ts';
import { shorten } from '../model/quote.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import { readAwsDescribe, type DescribeFile } from './aws-describe/read-aws-describe.ts';
import { nameFile, readJson } from './json/read-json.ts';
import { tellFormat, type DocumentFormat } from './json/tell-format.ts';
import { extractFromPng } from './picture/extract-from-png.ts';
import { isPng } from './picture/png-chunks.ts';

/** A file as a host hands it over: text, or bytes. The same as the interface of the core says. */
export interface InputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What a file, or several, held. The same as the interface of the core says. */
export interface ReadResult {
  readonly design: Design;
  readonly format: 'design' | 'picture' | 'aws-describe';
  /** Only for `aws-describe`. */
  readonly importReport: ImportReport | null;
}

interface ReadFile extends DescribeFile {
  readonly format: DocumentFormat | 'picture' | 'empty';
}

// What the signature of a PNG becomes when its bytes are read as text.
const PICTURE_AS_TEXT = /^(?:\u0089|\uFFFD)PNG\r?\n/;

function readFile({ path, content }: InputFile): Reply<ReadFile> {
  if (typeof content !== 'string' && isPng(content)) return succeed({ path, document: content, format: 'picture' });
  if (typeof content === 'string' && PICTURE_AS_TEXT.test(content)) {
    return fail(`${shorten(path)}: this is a picture that was read as text; open it as a file of its own.`, path);
  }
  const document = readJson(path, content);
  if (!document.ok) return document;
  return succeed({ path, document: document.value, format: document.value === undefined ? 'empty' : tellFormat(document.value) });
}

/** Why a file of this format is nothing to read, if it is not. */
function explainFormat({ path, format }: ReadFile): Reply<never> | undefined {
  const file = shorten(path);
  switch (format) {
    case 'terraform-state':
      return fail(`${file}: this is a Terraform state, which Reachable does not read; import what "aws ec2 describe-…" prints.`, path);
    case 'cloudformation-template':
      return fail(`${file}: this is a CloudFormation template, which Reachable does not read; import what "aws ec2 describe-…" prints.`, path);
    case 'unknown':
      return fail(`${file}: this is neither a Reachable design nor what "aws ec2 describe-…" prints; open one of these.`, path);
    case 'design':
    case 'picture':
    case 'aws-describe':
    case 'empty':
      return undefined;
    default:
      return format satisfies never;
  }
}

function readOneDesign({ path, document, format }: ReadFile): Reply<ReadResult> {
  const text = document instanceof Uint8Array ? extractFromPng(document) : undefined;
  if (text && !text.ok) return nameFile(text, path);
  const design = nameFile(text ? parseDesignText(text.value) : parseDesign(document), path);
  if (!design.ok) return design;
  return succeed({ design: design.value, format: format === 'picture' ? 'picture' : 'design', importReport: null });
}

function readDescribe(files: readonly ReadFile[]): Reply<ReadResult> {
  const read = readAwsDescribe(files);
  return read.ok ? succeed({ design: read.value.design, format: 'aws-describe', importReport: read.value.report }) : read;
}

function readTogether(files: readonly ReadFile[]): Reply<ReadResult> {
  const designs = files.filter(({ format }) => format === 'design' || format === 'picture');
  const [first, second] = designs;
  if (!first) {
    const isEmpty = files.every(({ format }) => format === 'empty');
    const path = files[0]?.path ?? '';
    return isEmpty ? fail(`${shorten(path)}: this file is empty; save or export it again.`, path) : readDescribe(files);
  }
  if (files.length === 1) return readOneDesign(first);
  if (second) return fail(`${shorten(first.path)} and ${shorten(second.path)} are designs; open one at a time.`, second.path);
  const other = files.find((file) => file !== first)?.path ?? '';
  return fail(`${shorten(first.path)} is a design and ${shorten(other)} is not; open the design alone, or import the others without it.`, first.path);
}

/**
 * Reads what a host hands over: one design, one picture with a design in it, or any number of files of what `aws …
 * describe-*` printed, told apart by content. Says in one sentence what is wrong, and with which file. Never throws.
 */
export function readFiles(files: readonly InputFile[]): Reply<ReadResult> {
  if (files.length === 0) return fail('There is no file to open; choose a .vpc.json, a .vpc.png or what "aws ec2 describe-…" printed.');
  const read: ReadFile[] = [];
  for (const input of files) {
    const file = readFile(input);
    if (!file.ok) return file;
    read.push(file.value);
  }
  // Beside what AWS printed, files of other kinds are left out by the import, which lists them.
  const isImport = read.some(({ format }) => format === 'aws-describe');
  for (const file of isImport ? [] : read) {
    const refusal = explainFormat(file);
    if (refusal) return refusal;
  }
  return readTogether(read);
}
