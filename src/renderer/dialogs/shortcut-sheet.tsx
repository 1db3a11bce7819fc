import { useStore } from '../app/app-context.ts';
import { commands } from '../commands/all-commands.ts';
import { commandGroups, type CommandGroup } from '../commands/command.ts';
import { writeAccelerator } from '../commands/shortcut.ts';
import { usePlatform } from '../commands/use-command.ts';
import { Dialog } from '../controls/dialog.tsx';
import { Kbd } from '../controls/kbd.tsx';
import styles from './dialogs.module.css';

/** Keys of the canvas that are no commands. */
const CANVAS_KEYS: readonly KeyLine[] = [
  ['Go to the next node', ['Left', 'Right', 'Up', 'Down']],
  ['Go into a container', ['Enter']],
  ['Go out of a container', ['Escape']],
  ['Move the selection', ['Alt+Right']],
  ['Move it by one pixel', ['Alt+Shift+Right']],
];

/** Every key of the program. */
export function ShortcutSheet() {
  const { closeDialog } = useStore();
  return (
    <Dialog open size="large" title="Keyboard shortcuts" onOpenChange={() => closeDialog(null)}>
      <div className={styles.groups}>
        {commandGroups.map((group) => (
          <KeyGroup key={group} title={group} keys={keysOf(group)} />
        ))}
        <KeyGroup title="Canvas" keys={CANVAS_KEYS} />
      </div>
    </Dialog>
  );
}

type KeyLine = readonly [title: string, accelerators: readonly string[]];

/** A command may have several keys; the sheet names it once. */
function keysOf(group: CommandGroup): readonly KeyLine[] {
  const lines = new Map<string, string[]>();
  for (const { title, accelerator, group: own } of commands) {
    if (own === group && accelerator !== null) lines.set(title, [...(lines.get(title) ?? []), accelerator]);
  }
  return [...lines];
}

function KeyGroup({ title, keys }: { readonly title: string; readonly keys: readonly KeyLine[] }) {
  const platform = usePlatform();
  if (keys.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <ul>
        {keys.map(([words, accelerators]) => (
          <li key={words} className={styles.keys}>
            <span className={styles.words}>{words}</span>
            {accelerators.map((accelerator) => (
              <Kbd key={accelerator} keys={writeAccelerator(accelerator, platform)} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
