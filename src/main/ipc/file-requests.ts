import { z } from 'zod';
import type { Reply } from '@core/api/vocabulary.ts';
import { fail, succeed } from '@core/api/vocabulary.ts';
import { commands, type CommandId } from '@shared/command-ids.ts';
import { exportKinds, type FileApi, type FileToken } from '@shared/contract.ts';
import { settingsSchema } from '../settings.ts';

const LONGEST_NAME = 300;
const LARGEST_BYTES = 512 * 1_048_576;

const nothing = z.undefined();
const tokenField = z.uuid().transform((text): FileToken => text as FileToken);
const nameField = z.string().max(LONGEST_NAME);
const textField = z.string().max(LARGEST_BYTES);
const bytesField = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= LARGEST_BYTES, 'is not a list of bytes');
const contentField = z.union([textField, bytesField]);
const isCommand = (text: string): boolean => Object.hasOwn(commands, text);
const commandField = z.custom<CommandId>((value) => typeof value === 'string' && isCommand(value), 'is not a command');

type RequestOf<Method extends keyof FileApi> = Parameters<FileApi[Method]>[0];

/** The shape of every request to the desktop. A method added to the contract alone does not compile here. */
export const fileRequestSchemas = {
  describeHost: nothing,
  openFile: nothing,
  openRecent: z.strictObject({ token: tokenField }),
  chooseImport: z.strictObject({ what: z.enum(['files', 'folder', 'comparison']) }),
  takeStartFile: nothing,
  save: z.strictObject({ token: tokenField, content: contentField, overwrite: z.boolean().exactOptional() }),
  saveAs: z.strictObject({ suggestedName: nameField, content: contentField }),
  exportFile: z.strictObject({ kind: z.enum(exportKinds), suggestedName: nameField, content: contentField }),
  savePictureBeside: z.strictObject({ token: tokenField, kind: z.enum(['png', 'svg']), content: contentField }),
  printPage: nothing,
  reveal: z.strictObject({ token: tokenField }),
  listRecent: nothing,
  clearRecent: nothing,
  readDraft: nothing,
  writeDraft: z.strictObject({ text: textField, name: nameField, token: tokenField.nullable() }),
  discardDraft: nothing,
  readSettings: nothing,
  writeSettings: settingsSchema,
  readClipboard: nothing,
  writeClipboard: z.strictObject({ text: textField.exactOptional(), png: bytesField.exactOptional() }).refine(({ text, png }) => text !== undefined || png !== undefined, 'holds nothing'),
  showState: z.strictObject({ name: nameField, edited: z.boolean(), document: tokenField.nullable(), disabledCommands: z.array(commandField) }),
  confirmClose: z.strictObject({ close: z.boolean() }),
  openLink: z.strictObject({ url: z.string().max(LONGEST_NAME * 4) }),
} as const satisfies { readonly [Method in keyof FileApi]: z.ZodType<RequestOf<Method>> };

/** Checks a request of the page; one sentence when it is not one. */
export function parseFileRequest<Request>(schema: z.ZodType<Request>, value: unknown): Reply<Request> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  const at = (issue?.path ?? []).map(String).join(' › ');
  return fail(`${at === '' ? 'The request' : at}: ${issue?.message ?? 'cannot be understood'}`, at === '' ? undefined : at);
}

/** Paths of dropped files, which only the preload can send; a file that a web page handed over has none. */
export const droppedPathsSchema = z.array(z.string().min(1)).min(1);
