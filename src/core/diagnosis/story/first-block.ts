import type { StoryPart } from '../../findings/diagnosis.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { withLabel } from '../../tracing/names.ts';
import { explainBlock } from '../explain-block.ts';
import { firstRefusal, senderOf, type Opened } from '../first-refusal.ts';
import { findFixes } from '../fixes/find-fixes.ts';
import { stepOfComponent } from './step-of-component.ts';

/** The first thing that stops what an interface itself opens, as the part of a story, with what would take it away. */
export function firstBlockOf(lookup: Lookup, sender: InterfaceEntry, asked: Opened): StoryPart | undefined {
  const block = firstRefusal(lookup, sender, asked);
  return (
    block && {
      step: stepOfComponent(block.component),
      sentence: explainBlock(lookup, block),
      evidence: block.evidence.slice(0, 1).map((evidence) => withLabel(lookup, evidence)),
      fixes: findFixes({ lookup, block, question: asked.question, from: senderOf(sender), to: asked.to }),
    }
  );
}
