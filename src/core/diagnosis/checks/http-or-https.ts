import { addService } from '../../editing/services.ts';
import type { Fix } from '../../findings/fix.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Service } from '../../model/resources/index.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import { schemeOf } from '../browser/see-in-browser.ts';
import { instanceOf, type Case } from '../case.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';
import { fixFrom } from '../fixes/fix-input.ts';
import { isEveryServiceKnown, knownServices } from '../known-services.ts';
import { serviceAt } from '../machine-blocks/service-blocks.ts';

const WORD = { http: 'HTTP', https: 'HTTPS' } as const;
type Scheme = keyof typeof WORD;
type Target = NonNullable<ReturnType<typeof instanceOf>>;

function describeCertificate({ scheme, certificate }: Service): string {
  if (scheme !== 'https') return '';
  return certificate === 'self-signed' ? ' with a self-signed certificate, which a browser warns about' : ' with a valid certificate';
}

function judgeService(name: string, id: ResourceId, [row, service]: readonly [row: string, service: Service]): Judgement {
  const { scheme, port } = service;
  if (scheme !== 'http' && scheme !== 'https') return { status: 'not-needed', sentence: `${name} serves no web page on port ${port}; step 10 looks at what listens.` };
  const isSelfSigned = scheme === 'https' && service.certificate === 'self-signed';
  const sentence = `${name} serves ${WORD[scheme]} on ${port}${describeCertificate(service)}.`;
  return { status: isSelfSigned ? 'warning' : 'pass', sentence, evidence: [{ ...evidenceAt(id, row), label: `${scheme} ${port}` }] };
}

function addListener(given: Case, id: ResourceId, asked: { readonly port: number; readonly scheme: Scheme }): readonly Fix[] {
  const title = `Serve ${WORD[asked.scheme]} on port ${asked.port} of ${given.lookup.nameOf(id)}`;
  return fixFrom(addService(given.lookup.design, { instance: id, service: asked }), { title, effect: 'Says in the design that it listens there; starting it is done on the instance.' });
}

/** Nothing on the asked port: where the other scheme is served on another one, the client asks the wrong way. */
function judgeElsewhere(given: Case, { id, instance }: Target, asked: { readonly port: number; readonly scheme: Scheme }): Judgement {
  const name = given.lookup.nameOf(id);
  const others = Object.entries(knownServices(instance) ?? {}).filter(([, { scheme, protocol }]) => protocol === 'tcp' && (scheme === 'http' || scheme === 'https'));
  const found = others.find(([, { scheme }]) => scheme !== asked.scheme) ?? others[0];
  if (!found) return { status: 'not-needed', sentence: `${name} serves no web page on port ${asked.port}; step 10 looks at what listens.` };
  const [row, service] = found;
  const served = service.scheme === 'https' ? 'https' : 'http';
  const evidence = [{ ...evidenceAt(id, row), label: `${served} ${service.port}` }];
  if (served === asked.scheme) {
    const sentence = `${name} serves ${WORD[served]} on ${service.port} and not on ${asked.port}; ask for ${served}://…:${service.port}, or serve it on ${asked.port} too.`;
    return { status: 'warning', sentence, evidence, fixes: addListener(given, id, asked) };
  }
  return {
    status: 'fail',
    sentence: `The client asks with ${asked.scheme}:// on port ${asked.port}, and ${name} serves ${WORD[served]} on ${service.port} alone; ask for ${served}://, or serve ${WORD[asked.scheme]} too.`,
    evidence,
    code: 'X_SCHEME_MISMATCH',
    fixes: addListener(given, id, asked),
  };
}

const ask = (port: number, scheme: Scheme): Judgement => ({ status: 'your-turn', sentence: `Whether ${WORD[scheme]} is spoken on port ${port} cannot be known from the drawing.`, instructions: [`curl -v ${scheme}://ADDRESS:${port}/`] });

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['service'], ({ code }) => code === 'X_SCHEME_MISMATCH' || code === 'X_CERTIFICATE');
  if (blocked) return blocked;
  const target = instanceOf(given.to);
  const { port } = given.question;
  const scheme = schemeOf(given);
  if (port === undefined || scheme === undefined) return { status: 'not-needed', sentence: 'The question is not about a web page.' };
  if (!target || !knownServices(target.instance)) return ask(port, scheme);
  const found = serviceAt(target.instance, port, 'tcp');
  if (found) return judgeService(given.lookup.nameOf(target.id), target.id, found);
  return isEveryServiceKnown(target.instance) ? judgeElsewhere(given, target, { port, scheme }) : ask(port, scheme);
}

export const httpOrHttps: Check = {
  id: 'http-or-https',
  title: 'HTTP or HTTPS',
  question: 'Is the client speaking the protocol the instance serves?',
  explanation:
    'A browser that is given https:// goes to port 443 and expects a certificate; one that is given http:// goes to port 80. A server that serves only one of them does not answer the other: the connection times out where the rules drop it, is refused where nothing listens, and fails in TLS where the wrong protocol answers.',
  judge,
};
