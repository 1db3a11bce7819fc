import type { PermissionRequest } from './request.ts';

/** What copies to and from S3 in a script ask of IAM, and the script without them. */
export interface CopyNeeds {
  readonly requests: readonly PermissionRequest[];
  readonly rest: string;
}

const PLACE = String.raw`[^\s$"'*;|&<>()-][^\s$"'*;|&<>()]*`;
const COPY = new RegExp(String.raw`^[ \t]*(?:sudo[ \t]+)?aws[ \t]+s3[ \t]+cp[ \t]+(${PLACE})[ \t]+(${PLACE})[ \t]*$`, 'gm');
const OBJECT = /^s3:\/\/([^/]+)\/(.*[^/])$/;

/**
 * Reads `aws s3 cp` of one whole object whose bucket and key are written out: a download needs s3:GetObject, an upload
 * s3:PutObject. All else stays in `rest`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function readCopyNeeds(script: string): CopyNeeds {
  const requests: PermissionRequest[] = [];
  const rest = script.replace(COPY, (line: string, from: string, to: string) => {
    const [source, target] = [OBJECT.exec(from), OBJECT.exec(to)];
    const [, bucket, key] = source ?? target ?? [];
    const isPlain = !(source && to.startsWith('s3://')) && bucket !== undefined && key !== undefined;
    if (!isPlain) return line;
    requests.push({ action: source ? 's3:GetObject' : 's3:PutObject', resource: `arn:aws:s3:::${bucket}/${key}` });
    return '';
  });
  return { requests, rest };
}
