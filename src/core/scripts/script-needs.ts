import { optionValue } from './option-values.ts';
import { packageCalls, type PackageCall } from './packages.ts';
import { readUserData, type UserData } from './read-user-data.ts';

/** One thing that a script has to reach, and the line that asks for it. */
export type ScriptNeed = { readonly line: number; readonly words: string; /** What it installs, where it does. */ readonly installs?: Pick<PackageCall, 'tool' | 'packages'> | undefined } & (
  | { readonly kind: 'repositories' }
  | { readonly kind: 'internet'; readonly host: string | undefined; readonly port: number }
  /** `region` where the script says so; else it is the instance's own. */
  | { readonly kind: 'aws-service'; readonly service: string; readonly region?: string | undefined }
);

/** A call of the AWS command line: `aws dynamodb get-item --table-name Employees`. */
export interface AwsCall {
  readonly service: string;
  readonly operation: string;
  /** The words beside service and operation, without quotes. What the shell puts in stands as it is written: `$BUCKET`. */
  readonly args: readonly string[];
  /** Counted from 1. */
  readonly line: number;
}

const GLOBAL_VALUED = ['--region', '--profile', '--output', '--endpoint-url', '--query', '--cli-connect-timeout', '--cli-read-timeout', '--ca-bundle', '--color'];

/** `aws [options] SERVICE OPERATION …`. https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-commandstructure.html */
function readAwsCall(args: readonly string[], line: number): readonly AwsCall[] {
  let at = 0;
  while (args[at]?.startsWith('-') === true) at += GLOBAL_VALUED.includes(args[at] ?? '') ? 2 : 1;
  const [service, operation, ...rest] = args.slice(at);
  return service === undefined || operation === undefined ? [] : [{ service, operation, args: [...args.slice(0, at), ...rest], line }];
}

/** Every call of the AWS command line that a script spells out. */
export const awsCallsOf = ({ commands }: Pick<UserData, 'commands'>): readonly AwsCall[] => commands.flatMap(({ name, args, line }) => (name === 'aws' ? readAwsCall(args, line) : []));

/** Every call of the AWS command line in a text of user data. */
export const readAwsCalls = (text: string): readonly AwsCall[] => awsCallsOf(readUserData(text));

const DOWNLOADERS = ['curl', 'wget', 'git', 'rpm'];
const PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443, 'ssh:': 22, 'ftp:': 21 };
/** Addresses that never leave the machine or its host: loopback, and the instance metadata and time services. */
const OWN_HOSTS = /^(?:localhost|127\.\d+\.\d+\.\d+|169\.254\.169\.\d+|\[::1\]|\[fd00:ec2::254\])$/;

interface Destination {
  readonly host: string;
  readonly port: number;
}

/** The host and port that a URL names; nothing where it has a part that is not known. */
export function destinationOf(word: string): Destination | undefined {
  const match = /^(https?:|ssh:|ftp:)\/\/(?:[^@/\s]*@)?(\[[^\]]+\]|[^:/?#\s]+)(?::(\d{1,5}))?/i.exec(word);
  if (!match) return undefined;
  const [, scheme = '', host = '', port] = match;
  return /[${}`<>]/.test(host) ? undefined : { host: host.toLowerCase(), port: port === undefined ? (PORTS[scheme.toLowerCase()] ?? 443) : Number(port) };
}

const S3_HOST = /^(?:[a-z0-9.-]+\.)?s3(?:[.-](?:dualstack\.)?([a-z]{2}(?:-[a-z]+)+-\d))?\.amazonaws\.com(?:\.cn)?$/;

/** What a download has to reach: S3 by its hosts, with the Region in them, else a host on the internet. */
function needOfHost(to: Destination, line: number, words: string): ScriptNeed {
  const match = S3_HOST.exec(to.host);
  return match ? { kind: 'aws-service', service: 's3', region: match[1], line, words } : { kind: 'internet', ...to, line, words };
}

function downloadsOf({ commands }: UserData): readonly ScriptNeed[] {
  return commands.flatMap(({ name, args, line }): readonly ScriptNeed[] => {
    if (!DOWNLOADERS.includes(name)) return [];
    const words = [name, ...args].join(' ');
    return args.flatMap((word): readonly ScriptNeed[] => {
      const to = destinationOf(word);
      if (!to || OWN_HOSTS.test(to.host)) return [];
      return [needOfHost(to, line, words)];
    });
  });
}

const isInstalling = (action: string): boolean => !/^(?:update|upgrade|makecache|check-update|download|[a-z]+-upgrade)$/.test(action);

function packagesOf(data: UserData): readonly ScriptNeed[] {
  return packageCalls(data.commands).flatMap(({ tool, action, command, packages }): readonly ScriptNeed[] => {
    const installs = isInstalling(action) ? { tool, packages } : undefined;
    const { line } = command;
    const words = [command.name, ...command.args].join(' ');
    if (tool === 'pip' || tool === 'npm' || tool === 'other') return [{ kind: 'internet', host: undefined, port: 443, line, words, installs }];
    const urls = packages.flatMap((name): readonly ScriptNeed[] => {
      const to = destinationOf(name);
      return to ? [{ ...needOfHost(to, line, words), installs }] : [];
    });
    return urls.length > 0 ? urls : [{ kind: 'repositories', line, words, installs }];
  });
}

/**
 * Services by the names of their endpoints, where the command line calls them otherwise.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const SERVICES: Readonly<Record<string, string>> = { s3api: 's3', ecr: 'ecr.api', cloudwatch: 'monitoring', elb: 'elasticloadbalancing', elbv2: 'elasticloadbalancing', stepfunctions: 'states', ses: 'email', configservice: 'config', deploy: 'codedeploy' };
/** The word of a service in the names of its endpoints, of its command. */
export const endpointWordOf = (service: string): string => SERVICES[service] ?? service;

/** Calls that reach nobody. */
const LOCAL = ['configure', 'help'];

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

/** The Region of a call: `--region`, else what the script sets for all. https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html */
function regionOf(args: readonly string[], { variables }: UserData): string | undefined {
  const region = optionValue(args, ['--region']) ?? variables.get('AWS_REGION') ?? variables.get('AWS_DEFAULT_REGION') ?? '';
  return REGION.test(region) ? region : undefined;
}

/** What a script has to reach to do its work, in the order of its lines. */
export function scriptNeedsOf(data: UserData): readonly ScriptNeed[] {
  const calls = awsCallsOf(data)
    .filter(({ service }) => !LOCAL.includes(service))
    .map(({ service, operation, args, line }): ScriptNeed => ({ kind: 'aws-service', service: endpointWordOf(service), region: regionOf(args, data), line, words: `aws ${service} ${operation}` }));
  return [...packagesOf(data), ...downloadsOf(data), ...calls].sort((a, b) => a.line - b.line);
}
