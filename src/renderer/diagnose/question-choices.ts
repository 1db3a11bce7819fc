import { clientClasses, symptoms, type ClientClass, type Question, type Symptom } from '@core/model/question.ts';
import type { Choice } from '../controls/choice.ts';

/** What a question can ask for: protocol and, for the web, who speaks how. */
export const protocolChoices: readonly Choice[] = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'Ping (ICMP)' },
  { value: 'https', label: 'HTTPS', sentence: 'TCP, with TLS on top' },
  { value: 'http', label: 'HTTP', sentence: 'TCP, without TLS' },
  { value: 'all', label: 'All traffic' },
];

/** The choice that stands for a question's protocol and scheme. */
export function protocolChoiceOf({ protocol = 'tcp', scheme }: Question): string {
  return protocol === 'tcp' && scheme !== undefined ? scheme : String(protocol);
}

const WEB_PORTS = { http: 80, https: 443 } as const;
const hasPorts = (word: string): boolean => word !== 'icmp' && word !== 'all';

/** What choosing a protocol changes in a question. */
export function changeProtocol(question: Question, word: string): { readonly [Part in keyof Question]?: Question[Part] | undefined } {
  if (word === 'http' || word === 'https') {
    const other = word === 'http' ? WEB_PORTS.https : WEB_PORTS.http;
    const port = question.port === undefined || question.port === other ? WEB_PORTS[word] : question.port;
    return { protocol: 'tcp', scheme: word, port };
  }
  const port = hasPorts(word) ? (question.port ?? WEB_PORTS.https) : undefined;
  return { protocol: word as Exclude<Question['protocol'], undefined | number>, scheme: undefined, port };
}

/** Whether the question has a port to ask for. */
export const asksPort = ({ protocol = 'tcp' }: Question): boolean => protocol === 'tcp' || protocol === 'udp';

const CLIENTS: Readonly<Record<ClientClass, string>> = { any: 'any client', linux: 'Linux', windows: 'Windows', nat: 'NAT gateway', elb: 'load balancer', lambda: 'Lambda' };
const RANGES: Readonly<Record<ClientClass, string>> = { any: '1024–65535', linux: '32768–60999', windows: '49152–65535', nat: '1024–65535', elb: '1024–65535', lambda: '1024–65535' };

/** Who opens the connection, with the ports its replies come back to. */
export const clientChoices: readonly Choice[] = [...clientClasses]
  .sort((a, b) => Number(b === 'any') - Number(a === 'any'))
  .map((client) => ({ value: client, label: CLIENTS[client], detail: RANGES[client] }));

const SYMPTOMS: Readonly<Record<Symptom, readonly [word: string, sentence: string]>> = {
  timeout: ['it times out', 'It waits and gives up: ERR_CONNECTION_TIMED_OUT'],
  refused: ['refused', 'It is turned away at once: ERR_CONNECTION_REFUSED'],
  tls: ['TLS error', 'An invalid response or a bad certificate: ERR_SSL_PROTOCOL_ERROR, ERR_CERT_…'],
  denied: ['denied', 'AccessDenied, permission denied'],
  partial: ['parts fail', 'The page loads, parts of it are missing'],
};

export const NO_SYMPTOM = 'none';

/** What the person sees. */
export const symptomChoices: readonly Choice[] = [
  { value: NO_SYMPTOM, label: 'I don’t know', sentence: 'Every step counts alike' },
  ...symptoms.map((symptom) => ({ value: symptom, label: SYMPTOMS[symptom][0], sentence: SYMPTOMS[symptom][1] })),
];
