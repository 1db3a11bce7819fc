import { UNKNOWN_PART } from '../match-pattern.ts';
import type { CallPlace } from './need.ts';
import { optionOf, readArguments, type Arguments } from './read-arguments.ts';

/** An action and the ARN it is done to. */
export type Asked = readonly [action: string, resource: string];

interface Place {
  readonly bucket: string;
  readonly key: string;
}

const bucketArn = ({ partition }: CallPlace, bucket: string): string => (bucket.startsWith('arn:') ? bucket : `arn:${partition}:s3:::${bucket}`);
const objectArn = (from: CallPlace, { bucket, key }: Place): string => `${bucketArn(from, bucket)}/${key}`;

/** `s3://bucket/key`; nothing for a path on the machine. */
function readPlace(text: string | undefined): Place | undefined {
  const [, bucket, key = ''] = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(text ?? '') ?? [];
  return bucket === undefined ? undefined : { bucket, key };
}

const baseName = (path: string): string => path.replace(/\/+$/, '').split('/').pop() ?? path;

/** Everything below a prefix. */
const below = ({ bucket, key }: Place): Place => ({ bucket, key: key === '' ? UNKNOWN_PART : `${key.replace(/\/$/, '')}/${UNKNOWN_PART}` });

/** Where one object lands: under its own name where the target is a bucket or ends in `/`. */
const landing = ({ bucket, key }: Place, name: string): Place => (key === '' || key.endsWith('/') ? { bucket, key: `${key}${baseName(name)}` } : { bucket, key });

interface Transfer {
  readonly from: CallPlace;
  readonly args: Arguments;
  readonly source: Place | undefined;
  readonly target: Place | undefined;
  readonly isRecursive: boolean;
}

function readTransfer(args: Arguments, from: CallPlace, isRecursive: boolean): Transfer {
  return { from, args, source: readPlace(args.words[0]), target: readPlace(args.words[1]), isRecursive };
}

const list = (from: CallPlace, { bucket }: Place): Asked => ['s3:ListBucket', bucketArn(from, bucket)];

function readSource({ from, source, isRecursive }: Transfer): readonly Asked[] {
  if (!source) return [];
  return isRecursive ? [list(from, source), ['s3:GetObject', objectArn(from, below(source))]] : [['s3:GetObject', objectArn(from, source)]];
}

function writeTarget({ from, target, source, args, isRecursive }: Transfer): readonly Asked[] {
  if (!target) return [];
  const written = isRecursive ? below(target) : landing(target, source?.key ?? args.words[0] ?? UNKNOWN_PART);
  return [['s3:PutObject', objectArn(from, written)]];
}

function removeAt(from: CallPlace, place: Place | undefined, isRecursive: boolean): readonly Asked[] {
  if (!place) return [];
  return isRecursive ? [list(from, place), ['s3:DeleteObject', objectArn(from, below(place))]] : [['s3:DeleteObject', objectArn(from, place)]];
}

const copy = (transfer: Transfer): readonly Asked[] => [...readSource(transfer), ...writeTarget(transfer)];

/** Both sides are listed, and what is not at the source is removed where that was asked for. */
function sync(transfer: Transfer): readonly Asked[] {
  const { from, target, args } = transfer;
  const extra = args.options.has('--delete') ? removeAt(from, target, true) : [];
  return [...copy(transfer), ...(target ? [list(from, target)] : []), ...extra];
}

function listPlace(from: CallPlace, place: Place | undefined): readonly Asked[] {
  return [place ? list(from, place) : ['s3:ListAllMyBuckets', '*']];
}

function removeBucket(from: CallPlace, place: Place, isForced: boolean): readonly Asked[] {
  return [['s3:DeleteBucket', bucketArn(from, place.bucket)], ...(isForced ? removeAt(from, { bucket: place.bucket, key: '' }, true) : [])];
}

/**
 * What the commands of `aws s3` ask for; nothing where the command is none of them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function askedOfS3(command: string, given: readonly string[], from: CallPlace): readonly Asked[] | undefined {
  const args = readArguments(given);
  const place = readPlace(args.words[0]);
  const isRecursive = args.options.has('--recursive');
  const isDry = args.options.has('--dryrun');
  const done = (asked: readonly Asked[]): readonly Asked[] => (isDry ? asked.filter(([action]) => action === 's3:ListBucket') : asked);
  switch (command) {
    case 'cp':
      return done(copy(readTransfer(args, from, isRecursive)));
    case 'sync':
      return done(sync(readTransfer(args, from, true)));
    case 'mv':
      return done([...copy(readTransfer(args, from, isRecursive)), ...removeAt(from, place, isRecursive)]);
    case 'rm':
      return done(removeAt(from, place, isRecursive));
    case 'ls':
      return listPlace(from, place);
    case 'mb':
      return place && [['s3:CreateBucket', bucketArn(from, place.bucket)]];
    case 'rb':
      return place && removeBucket(from, place, args.options.has('--force'));
    case 'presign':
      return place && [['s3:GetObject', objectArn(from, place)]];
    default:
      return undefined;
  }
}

const ON_BUCKET: Readonly<Record<string, string>> = {
  'list-objects': 's3:ListBucket',
  'list-objects-v2': 's3:ListBucket',
  'head-bucket': 's3:ListBucket',
  'list-object-versions': 's3:ListBucketVersions',
  'list-multipart-uploads': 's3:ListBucketMultipartUploads',
  'get-bucket-location': 's3:GetBucketLocation',
  'create-bucket': 's3:CreateBucket',
  'delete-bucket': 's3:DeleteBucket',
  'get-bucket-policy': 's3:GetBucketPolicy',
  'put-bucket-policy': 's3:PutBucketPolicy',
  'put-bucket-tagging': 's3:PutBucketTagging',
  'get-bucket-tagging': 's3:GetBucketTagging',
};
const ON_OBJECT: Readonly<Record<string, string>> = {
  'get-object': 's3:GetObject',
  'head-object': 's3:GetObject',
  'put-object': 's3:PutObject',
  'create-multipart-upload': 's3:PutObject',
  'upload-part': 's3:PutObject',
  'complete-multipart-upload': 's3:PutObject',
  'abort-multipart-upload': 's3:AbortMultipartUpload',
  'delete-object': 's3:DeleteObject',
  'get-object-acl': 's3:GetObjectAcl',
  'put-object-acl': 's3:PutObjectAcl',
  'get-object-tagging': 's3:GetObjectTagging',
  'put-object-tagging': 's3:PutObjectTagging',
};

/** What the operations of `aws s3api` ask for; nothing for those whose action is not known here. */
export function askedOfS3Api(operation: string, given: readonly string[], from: CallPlace): readonly Asked[] | undefined {
  const args = readArguments(given);
  const place = { bucket: optionOf(args, '--bucket') ?? UNKNOWN_PART, key: optionOf(args, '--key') ?? UNKNOWN_PART };
  if (operation === 'list-buckets') return [['s3:ListAllMyBuckets', '*']];
  if (operation === 'delete-objects') return [['s3:DeleteObject', objectArn(from, { ...place, key: UNKNOWN_PART })]];
  if (operation === 'copy-object') return [['s3:GetObject', bucketArn(from, optionOf(args, '--copy-source')?.replace(/^\//, '') ?? UNKNOWN_PART)], ['s3:PutObject', objectArn(from, place)]];
  const [onBucket, onObject] = [ON_BUCKET[operation], ON_OBJECT[operation]];
  if (onBucket !== undefined) return [[onBucket, bucketArn(from, place.bucket)]];
  return onObject === undefined ? undefined : [[onObject, objectArn(from, place)]];
}
