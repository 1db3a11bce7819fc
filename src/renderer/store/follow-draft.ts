import { writeDesign } from '@core/model/write-design.ts';
import { isDirty } from './files-slice.ts';
import type { SliceContext } from './slice-context.ts';

/** How far behind the design the draft may be, in milliseconds: what a crash can cost is less than two seconds of work. */
const DRAFT_DELAY = 1500;

interface DraftHooks {
  readonly complain: (sentence: string) => void;
  readonly remark: (sentence: string) => void;
}

/**
 * Keeps a draft of unsaved work with the host. The returned function is called after each change; the draft is written at
 * the latest {@link DRAFT_DELAY} after the first change it does not hold. When all is saved, the draft goes.
 */
export function followDraft({ get, host }: SliceContext, { complain, remark }: DraftHooks): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasDraft = false;
  const write = async (): Promise<void> => {
    timer = undefined;
    const { design, files } = get();
    if (!isDirty(get())) {
      if (hasDraft) await host.discardDraft();
      hasDraft = false;
      return;
    }
    if (files.recovered && !hasDraft)
      remark(`Unsaved work on ${files.recovered.name} from an earlier session waits on the start screen; it goes when Reachable closes.`);
    const reply = await host.writeDraft({ text: writeDesign(design), name: design.name, token: files.document?.token ?? null });
    if (reply.ok) hasDraft = true;
    else complain(reply.problem.message);
  };
  return () => {
    timer ??= setTimeout(() => void write(), DRAFT_DELAY);
  };
}
