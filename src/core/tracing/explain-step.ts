import { assertNever } from '../model/assert-never.ts';
import type { Lookup } from '../lookup/entries.ts';
import type { TraceStep } from './flight.ts';
import { labelOf, nameOfEnd } from './names.ts';

function explainGroup(lookup: Lookup, step: TraceStep, detail: Extract<TraceStep['detail'], { kind: 'security-group' }>): string {
  const name = lookup.nameOf(step.resource);
  const side = detail.direction === 'inbound' ? 'in' : 'out';
  if (detail.isReply) return `${name} is stateful and lets the reply ${side} at ${nameOfEnd(lookup, detail.interface)}.`;
  if (!step.passed) return `${name} has no ${detail.direction} rule that lets this ${side} at ${nameOfEnd(lookup, detail.interface)}.`;
  return `${step.evidence ? labelOf(lookup, step.evidence) : name} lets it ${side} at ${nameOfEnd(lookup, detail.interface)}.`;
}

function explainAcl(lookup: Lookup, step: TraceStep, detail: Extract<TraceStep['detail'], { kind: 'network-acl' }>): string {
  const subnet = lookup.nameOf(detail.subnet);
  const side = detail.direction === 'inbound' ? 'into' : 'out of';
  if (detail.isDefault) return `The default network ACL, which allows everything, lets it ${side} ${subnet}.`;
  const label = step.evidence ? labelOf(lookup, step.evidence) : lookup.nameOf(step.resource);
  return step.passed ? `${label} lets it ${side} ${subnet}.` : `${label} denies it ${side} ${subnet}.`;
}

function explainRoute(lookup: Lookup, step: TraceStep, detail: Extract<TraceStep['detail'], { kind: 'route' }>): string {
  const table = lookup.nameOf(step.resource);
  if (detail.target === '') return `${table} has no route for ${detail.destination}.`;
  const target = detail.target === 'local' ? 'local' : lookup.nameOf(detail.target);
  return step.passed ? `${table} sends ${detail.destination} to ${target}.` : `${table} sends ${detail.destination} to ${target}, which does not take it further.`;
}

/** One step of a path as a sentence; canvas, command line and reports say the same words. */
export function explainStep(lookup: Lookup, step: TraceStep): string {
  const { detail } = step;
  const name = lookup.nameOf(step.resource);
  switch (detail.kind) {
    case 'leave':
      return `${name} sends from ${detail.address}.`;
    case 'security-group':
      return explainGroup(lookup, step, detail);
    case 'network-acl':
      return explainAcl(lookup, step, detail);
    case 'route':
      return explainRoute(lookup, step, detail);
    case 'gateway':
      if (step.passed && detail.word.startsWith('listener ')) return `${name} takes it by its ${detail.word}.`;
      return step.passed ? `It passes ${name}.` : `${name} stops it.`;
    case 'translate':
      return `${name} translates ${detail.from} to ${detail.to}.`;
    case 'arrive':
      return step.passed ? `It arrives at ${nameOfEnd(lookup, step.resource)} (${detail.address}).` : `Nobody holds ${detail.address}.`;
    default:
      return assertNever(detail);
  }
}
