import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import type { Design } from '@core/model/design.ts';
import { readPageUrl, type AskedPage } from '@core/model/question-url.ts';
import type { Resource } from '@core/model/resources/index.ts';
import type { Choice, ChoiceSection } from '../controls/choice.ts';

/** Kinds that something can connect from or to, under the heading they stand. */
const SECTIONS: readonly (readonly [title: string, kinds: readonly Resource['kind'][]])[] = [
  ['Instances', ['instance']],
  ['Databases', ['db-instance']],
  ['Gateways', ['nat-gateway']],
  ['Outside', ['client', 'on-premises-network']],
];

const ADDRESS = /^[0-9a-f.:]+(\/\d{1,3})?$/i;
const PREFIXED = /^(internet:|onprem:|vpc-[^:]*:).+/;

/** The primary private address of whatever each resource's interfaces serve, by that resource. */
function addressesByHolder(design: Design): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const resource of Object.values(design.resources)) {
    if (resource.kind !== 'network-interface' || !resource.attachment || resource.attachment.deviceIndex > 0) continue;
    const primary = Object.values(resource.addresses).find((row) => row.primary);
    if (primary && !addresses.has(resource.attachment.resource)) addresses.set(resource.attachment.resource, primary.address);
  }
  return addresses;
}

const nameOf = (id: string, { name }: Resource): string => (name === '' ? id : name);

function choiceOf(id: string, resource: Resource, address: string | undefined): Choice {
  return { value: id, label: nameOf(id, resource), glyph: resource.kind as GlyphId, hue: 'own', detail: address, keywords: [id] };
}

function choicesOfKinds(design: Design, kinds: readonly Resource['kind'][], addresses: ReadonlyMap<string, string>): readonly Choice[] {
  return Object.entries(design.resources)
    .filter(([, resource]) => kinds.includes(resource.kind))
    .map(([id, resource]) => choiceOf(id, resource, addresses.get(id)))
    .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
}

/** Interfaces that serve no machine of the design, and further ones of those that do. */
function interfaceChoices(design: Design): readonly Choice[] {
  return Object.entries(design.resources).flatMap(([id, resource]): Choice[] => {
    if (resource.kind !== 'network-interface' || resource.attachment?.deviceIndex === 0) return [];
    const primary = Object.values(resource.addresses).find((row) => row.primary);
    return [choiceOf(id, resource, primary?.address)];
  });
}

/** Everything of a design that a question can be about, by kind. */
export function endpointSections(design: Design): readonly ChoiceSection[] {
  const addresses = addressesByHolder(design);
  const internet: Choice = { value: 'internet', label: 'Internet', glyph: 'internet', hue: 'own' };
  const sections = SECTIONS.map(([title, kinds]): ChoiceSection => ({ title, choices: choicesOfKinds(design, kinds, addresses) }));
  const interfaces: ChoiceSection = { title: 'Network interfaces', choices: interfaceChoices(design) };
  return [{ title: 'Internet', choices: [internet] }, ...sections, interfaces].filter(({ choices }) => choices.length > 0);
}

/** The resource that alone has a name. */
function idOfName(design: Design, name: string): string | undefined {
  const named = Object.entries(design.resources).filter(([, resource]) => resource.name === name && resource.kind !== 'network-interface');
  return named.length === 1 ? named[0]?.[0] : undefined;
}

/** What a web address asks for, its host as the resource of that name where there is one; undefined for other text. */
export function pageAsked(design: Design, text: string): AskedPage | undefined {
  const page = readPageUrl(text);
  return page && { ...page, to: idOfName(design, page.to) ?? page.to };
}

/** An endpoint that was typed: a web address, an address, a block, or one of the prefixed forms. */
export function readTypedEndpoint(design: Design, typed: string): Choice | undefined {
  const text = typed.trim();
  const resource = Object.hasOwn(design.resources, text) ? design.resources[text as keyof Design['resources']] : undefined;
  if (resource) return choiceOf(text, resource, undefined);
  const page = readPageUrl(text);
  if (page) return { value: text, label: text, glyph: 'internet', hue: 'own', mono: true, detail: `${page.scheme.toUpperCase()} ${page.port}` };
  if (PREFIXED.test(text)) return { value: text, label: text, glyph: text.startsWith('internet') ? 'internet' : 'on-premises-network', hue: 'own', mono: true };
  const isAddress = ADDRESS.test(text) && (text.includes('.') || text.includes(':'));
  return isAddress ? { value: text, label: text, glyph: 'network-interface', hue: 'own', mono: true } : undefined;
}
