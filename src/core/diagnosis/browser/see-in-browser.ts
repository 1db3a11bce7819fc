import type { Blocker, BrowserSight } from '../../findings/diagnosis.ts';
import type { Question, Verdict } from '../../model/question.ts';
import type { Service } from '../../model/resources/index.ts';
import { lacksCommonFamily } from '../../tracing/start-flights.ts';
import { instanceOf, type Case } from '../case.ts';
import { serviceAt } from '../machine-blocks/service-blocks.ts';
import { browserMessages, fateSentences, type PageFate } from '../../aws/browser-messages.ts';

const WEB_PORTS: Readonly<Record<number, 'http' | 'https'>> = { 80: 'http', 443: 'https' };
/** What is met behind the network: the packet arrived. */
const BEHIND_THE_NETWORK = new Set<Blocker['component']>(['service', 'user-data', 'permissions']);

function askedService({ to, question }: Pick<Case, 'to' | 'question'>): Service | undefined {
  const target = instanceOf(to);
  return target && question.port !== undefined ? serviceAt(target.instance, question.port, 'tcp')?.[1] : undefined;
}

/** The scheme the client speaks: as asked, else the usual one of the port, else the service's own. Nothing where no page is asked for. */
export function schemeOf(given: Pick<Case, 'to' | 'question'>): Question['scheme'] {
  const { question } = given;
  if ((question.protocol ?? 'tcp') !== 'tcp' || question.port === undefined) return undefined;
  const spoken = askedService(given)?.scheme;
  return question.scheme ?? WEB_PORTS[question.port] ?? (spoken === 'http' || spoken === 'https' ? spoken : undefined);
}

const CERTIFICATES: Readonly<Partial<Record<NonNullable<Service['certificate']>, PageFate>>> = {
  expired: 'certificate-expired',
  'other-name': 'certificate-other-name',
  missing: 'certificate-missing',
  'self-signed': 'certificate-self-signed',
};

const certificateFate = (service: Service | undefined): PageFate | undefined => (service?.scheme === 'https' && service.certificate !== undefined ? CERTIFICATES[service.certificate] : undefined);

function fateOfService(given: Case, code: string): PageFate | undefined {
  switch (code) {
    case 'X_SCHEME_MISMATCH':
      return given.question.scheme === 'https' ? 'tls-to-http' : 'http-to-tls';
    case 'X_CERTIFICATE':
      return certificateFate(askedService(given));
    case 'X_ANSWERED_NO':
      return undefined;
    default:
      return 'refused';
  }
}

/** Whether the network lets part of the traffic through, so that what is seen depends on the client. */
export const doesPartArrive = ({ outcomes }: Case): boolean => outcomes.some(({ blocks }) => blocks.length === 0);

/** A machine that is off and a client whose network keeps it in stop every packet. */
const stopsAll = ({ component }: Blocker): boolean => component === 'instance-state' || component === 'personal-network';

const FIRST: readonly Blocker['component'][] = ['service', 'user-data', 'permissions'];

function fateOfBlocked(given: Case, blockers: readonly Blocker[]): PageFate | undefined {
  const onTheWay = blockers.filter(({ component }) => !BEHIND_THE_NETWORK.has(component));
  if (onTheWay.length > 0) return doesPartArrive(given) && !onTheWay.some(stopsAll) ? undefined : 'timed-out';
  const [first] = [...blockers].sort((a, b) => FIRST.indexOf(a.component) - FIRST.indexOf(b.component));
  if (first?.component === 'permissions') return 'parts-missing';
  return first && fateOfService(given, first.code);
}

/** How opening the page ends; nothing where the drawing does not tell, or where no address is there to open it at. */
export function fateOfPage(given: Case, answer: { readonly verdict: Verdict; readonly blockers: readonly Blocker[] }): PageFate | undefined {
  if (schemeOf(given) === undefined || lacksCommonFamily(given.from, given.to)) return undefined;
  if (answer.verdict === 'blocked') return fateOfBlocked(given, answer.blockers);
  if (answer.verdict !== 'reachable') return undefined;
  const service = askedService(given);
  return service?.scheme === 'http' || service?.scheme === 'https' ? (certificateFate(service) ?? 'page') : undefined;
}

/** What the person would see in a browser, for a question about a web page. */
export function seeInBrowser(fate: PageFate | undefined): BrowserSight | undefined {
  return fate === undefined ? undefined : { ...browserMessages[fate], sentence: fateSentences[fate] };
}
