/** What was tried with a file when it went wrong. */
export type FileAct = 'read' | 'write';

const readSentences: Readonly<Record<string, (name: string) => string>> = {
  ENOENT: (name) => `${name} does not exist; check its name and folder.`,
  ENOTDIR: (name) => `${name} does not exist: a part of its path is a file, not a folder; check the path.`,
  EACCES: (name) => `${name} may not be read; change its permissions or choose another file.`,
  EPERM: (name) => `${name} may not be read; change its permissions or choose another file.`,
  EISDIR: (name) => `${name} is a folder; name a file in it.`,
  EBUSY: (name) => `${name} is in use by another program; close it there and try again.`,
  ELOOP: (name) => `${name} is a link that leads back to itself; name the file itself.`,
  EMFILE: (name) => `Too many files are open to read ${name}; close some programs and try again.`,
  ERR_FS_FILE_TOO_LARGE: (name) => `${name} is too large to be read.`,
};

const inUse = (name: string): string => `${name} is in use by another program; close it there and save again.`;
const closedFolder = (name: string): string => `The folder of ${name} cannot be written to; save it in another folder.`;
const writeSentences: Readonly<Record<string, (name: string) => string>> = {
  ENOENT: (name) => `The folder of ${name} does not exist; save it in another folder.`,
  ENOTDIR: (name) => `The folder of ${name} does not exist; save it in another folder.`,
  EACCES: closedFolder,
  EPERM: closedFolder,
  EROFS: (name) => `${name} lies on a read-only disk; save it in another folder.`,
  ENOSPC: (name) => `The disk is full, so ${name} was not saved; free some space and save again.`,
  EDQUOT: (name) => `Your disk quota is used up, so ${name} was not saved; free some space and save again.`,
  EFBIG: (name) => `${name} would be larger than its disk allows; save it on another disk.`,
  EISDIR: (name) => `${name} is a folder; choose another name.`,
  ENAMETOOLONG: (name) => `${name} is too long a name; choose a shorter one.`,
  EINVAL: (name) => `${name} is no name the disk accepts; choose another one.`,
  ELOOP: (name) => `${name} is a link that leads back to itself; choose another name.`,
  EBUSY: inUse,
  ETXTBSY: inUse,
};

/** The code of a system error (`ENOSPC`), or its message where it has none. */
export function failureCode(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  return String(error);
}

/** One sentence for a failed system call: what is wrong with which file, and what to do. */
export function describeFailure(error: unknown, file: { readonly name: string; readonly act: FileAct }): string {
  const code = failureCode(error);
  const { name, act } = file;
  const sentence = (act === 'read' ? readSentences : writeSentences)[code];
  if (sentence !== undefined) return sentence(name);
  return act === 'read' ? `${name} cannot be read (${code}).` : `${name} was not saved (${code}); save it in another folder.`;
}
