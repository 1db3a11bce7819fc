import { evidenceAt } from '../../tracing/advance.ts';
import { instanceOf, type Case } from '../case.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';
import { serviceAt } from '../machine-blocks.ts';

const PORTS: Readonly<Record<number, 'http' | 'https'>> = { 80: 'http', 443: 'https' };
const WORD = { http: 'HTTP', https: 'HTTPS' } as const;

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['service'], ({ code }) => code === 'X_SCHEME_MISMATCH' || code === 'X_CERTIFICATE');
  if (blocked) return blocked;
  const target = instanceOf(given.to);
  const port = given.question.port;
  const scheme = port === undefined ? undefined : (given.question.scheme ?? PORTS[port]);
  if (port === undefined || scheme === undefined) return { status: 'not-needed', sentence: 'The question is not about a web page.' };
  if (!target?.instance.services) return { status: 'your-turn', sentence: `Whether ${WORD[scheme]} is spoken on port ${port} cannot be known from the drawing.`, instructions: [`curl -v ${scheme}://ADDRESS:${port}/`] };
  const service = serviceAt(target.instance, port, 'tcp');
  if (!service || (service[1].scheme !== 'http' && service[1].scheme !== 'https')) return { status: 'not-needed', sentence: `${given.lookup.nameOf(target.id)} serves no web page on port ${port}; step 10 looks at what listens.` };
  const evidence = [{ ...evidenceAt(target.id, service[0]), label: `${service[1].scheme} ${port}` }];
  const certificate = service[1].scheme === 'https' ? (service[1].certificate === 'self-signed' ? ' with a self-signed certificate, which a browser warns about' : ' with a valid certificate') : '';
  return { status: certificate.includes('self-signed') ? 'warning' : 'pass', sentence: `${given.lookup.nameOf(target.id)} serves ${WORD[service[1].scheme]} on ${port}${certificate}.`, evidence };
}

export const httpOrHttps: Check = {
  id: 'http-or-https',
  title: 'HTTP or HTTPS',
  question: 'Is the client speaking the protocol the instance serves?',
  explanation:
    'A browser that is given https:// goes to port 443 and expects a certificate; one that is given http:// goes to port 80. A server that serves only one of them does not answer the other: the connection times out where the rules drop it, is refused where nothing listens, and fails in TLS where the wrong protocol answers.',
  judge,
};
