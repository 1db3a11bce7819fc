import { nameOfService } from '../aws/service-names.ts';
import type { InterfaceEntry, Lookup } from '../lookup/entries.ts';
import { regionCodeOf } from '../lookup/interfaces.ts';
import type { Instance } from '../model/resources/index.ts';
import { readUserData } from '../scripts/read-user-data.ts';
import { scriptNeedsOf, type ScriptNeed } from '../scripts/script-needs.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import { serviceFrom } from '../tracing/services/service-endpoint.ts';
import { traceOpened, type Opened } from './first-refusal.ts';

/** The instance that runs a script, and the interface it reaches out by. */
export interface Booting {
  readonly instance: Instance;
  readonly interface: InterfaceEntry;
}

/** What a script needs, and whether the evaluator finds a way to it. */
export interface BootNeed {
  readonly need: ScriptNeed;
  readonly fate: 'yes' | 'no' | 'unknown';
}

const INTERNET: Endpoint = { kind: 'internet', range: undefined };
const HTTPS = 443;
const HTTP = 80;

const onInternet = ({ id }: InterfaceEntry, port: number): Opened => ({ to: INTERNET, question: { from: id, to: 'internet', protocol: 'tcp', port } });

function serviceAsked(lookup: Lookup, entry: InterfaceEntry, { service, region }: { readonly service: string; readonly region?: string | undefined }): readonly Opened[] {
  const { vpc } = entry.subnet;
  const name = `com.amazonaws.${region ?? regionCodeOf(entry) ?? 'us-east-1'}.${service}`;
  const to = serviceFrom(lookup, vpc, name);
  return to ? [{ to, question: { from: entry.id, to: name, protocol: 'tcp', port: HTTPS } }] : [];
}

const isAmazonLinux = ({ operatingSystem }: Instance): boolean => operatingSystem === 'amazon-linux-2023' || operatingSystem === 'amazon-linux-2';

/**
 * Where a need can be met, any of them: the repositories of Amazon Linux stand in S3 of the Region, those of others on the
 * internet. https://repost.aws/knowledge-center/ec2-al1-al2-update-yum-without-internet
 */
export function destinationsOf(lookup: Lookup, { instance, interface: entry }: Booting, need: ScriptNeed): readonly Opened[] {
  if (need.kind === 'internet') return [onInternet(entry, need.port)];
  if (need.kind === 'aws-service') return [...serviceAsked(lookup, entry, need), onInternet(entry, HTTPS)];
  return [...(isAmazonLinux(instance) ? serviceAsked(lookup, entry, { service: 's3' }) : []), onInternet(entry, HTTPS), onInternet(entry, HTTP)];
}

/** Part of the destination is enough: rules may name its own blocks. */
function fateAt(lookup: Lookup, { interface: entry }: Booting, { to, question }: Opened): BootNeed['fate'] {
  const outcomes = traceOpened(lookup, entry, { to, question });
  // Some of the internet's addresses are a service's that an endpoint leads to: the rest is still out of reach.
  if (outcomes.some(({ blocks, request }) => blocks.length === 0 && (to.kind !== 'internet' || request.landing.kind !== 'service'))) return 'yes';
  return outcomes.some(({ blocks }) => blocks.some(({ certainty }) => certainty === 'unknown')) ? 'unknown' : 'no';
}

function fateOf(lookup: Lookup, booting: Booting, need: ScriptNeed): BootNeed['fate'] {
  let isUnknown = false;
  for (const destination of destinationsOf(lookup, booting, need)) {
    const fate = fateAt(lookup, booting, destination);
    if (fate === 'yes') return 'yes';
    isUnknown ||= fate === 'unknown';
  }
  return isUnknown ? 'unknown' : 'no';
}

const keyOf = (need: ScriptNeed): string => (need.kind === 'repositories' ? need.kind : need.kind === 'internet' ? `${need.kind} ${need.port}` : `${need.kind} ${need.service} ${need.region ?? ''}`);

/** What the instance's script has to reach, in the order of its lines, each with whether there is a way, by the evaluator itself. */
export function bootNeeds(lookup: Lookup, booting: Booting): readonly BootNeed[] {
  const fates = new Map<string, BootNeed['fate']>();
  return scriptNeedsOf(readUserData(booting.instance.userData ?? '')).map((need) => {
    const key = keyOf(need);
    const fate = fates.get(key) ?? fateOf(lookup, booting, need);
    fates.set(key, fate);
    return { need, fate };
  });
}

const KNOWN_BY_NAME: readonly string[] = ['s3', 'dynamodb'];

/** What a need is for, as a noun: `the package repositories`, `S3`, `github.com`. */
export function nameOfNeed(need: ScriptNeed): string {
  if (need.kind === 'repositories') return 'the package repositories';
  if (need.kind === 'internet') return need.host ?? 'the internet';
  const name = KNOWN_BY_NAME.includes(need.service) ? nameOfService(need.service) : `the service ${need.service}`;
  return need.region === undefined ? name : `${name} in ${need.region}`;
}
