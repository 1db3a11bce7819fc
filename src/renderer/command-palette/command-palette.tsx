import { Command as Cmdk } from 'cmdk';
import { useMemo, useState } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import { commands } from '../commands/all-commands.ts';
import { commandGroups, type Command } from '../commands/command.ts';
import { runCommand } from '../commands/run-command.ts';
import { writeAccelerator } from '../commands/shortcut.ts';
import { usePlatform } from '../commands/use-command.ts';
import { Glyph } from '../controls/glyph.tsx';
import { Kbd } from '../controls/kbd.tsx';
import { openTemplate } from '../files/open-template.ts';
import { useTemplates } from '../start/use-templates.ts';
import styles from './command-palette.module.css';
import { fits } from './fits.ts';
import { PartList } from './part-list.tsx';
import { searchResources, type FoundResource } from './search-resources.ts';

/** Commands by their words; a second key of the same command is no second command here. */
function usableCommands(typed: string, isEnabled: (command: Command) => boolean): readonly Command[] {
  const seen = new Set<string>();
  return commands.filter((command) => {
    if (seen.has(command.title) || !isEnabled(command) || !fits(`${command.title} ${command.group} ${command.keywords ?? ''}`, typed)) return false;
    seen.add(command.title);
    return true;
  });
}

/** Runs any command, and jumps to any resource by name, id, address or block. */
export function CommandPalette() {
  const { store } = useApp();
  const isOpen = useAppState(({ workspace }) => workspace.paletteOpen);
  const [typed, setTyped] = useState('');
  const setOpen = (open: boolean): void => {
    store.openPalette(open);
    if (!open) setTyped('');
  };
  return (
    <Cmdk.Dialog
      open={isOpen}
      onOpenChange={setOpen}
      label="Search or run a command"
      overlayClassName={styles.overlay ?? ''}
      contentClassName={styles.palette ?? ''}
      shouldFilter={false}
      loop
    >
      <div className={styles.inputRow}>
        <Glyph id="search" size={16} />
        <Cmdk.Input className={styles.input} value={typed} onValueChange={setTyped} placeholder="Name, address, CIDR block or command" />
      </div>
      {isOpen && <Results typed={typed} onDone={() => setOpen(false)} />}
    </Cmdk.Dialog>
  );
}

interface ResultsProps {
  readonly typed: string;
  readonly onDone: () => void;
}

function Results({ typed, onDone }: ResultsProps) {
  const app = useApp();
  const state = useAppState((all) => all);
  const inEditor = state.workspace.screen === 'editor';
  const found = useMemo(() => (inEditor ? searchResources(state.design, typed) : []), [inEditor, state.design, typed]);
  const usable = usableCommands(typed, (command) => command.isEnabled(state));
  const templates = useTemplates().filter(({ title, description }) => typed !== '' && fits(`open template ${title} ${description}`, typed));
  const show = (resource: FoundResource): void => {
    onDone();
    app.store.select([resource.id]);
    app.canvas.current?.reveal(resource.id, { focus: true });
  };
  const run = (command: Command): void => {
    onDone();
    void runCommand(command, app);
  };
  return (
    <Cmdk.List className={styles.list}>
      <Cmdk.Empty className={styles.none}>Nothing has this name, address or word.</Cmdk.Empty>
      {found.length > 0 && (
        <Cmdk.Group heading="Resources" className={styles.group}>
          {found.map((resource) => (
            <Cmdk.Item key={resource.id} value={`resource ${resource.id}`} className={styles.item} onSelect={() => show(resource)}>
              <Glyph id={resource.glyph} hue="own" />
              <span className={styles.name}>{resource.name}</span>
              <span className={styles.noun}>{resource.noun}</span>
              <span className={styles.detail}>{resource.detail}</span>
            </Cmdk.Item>
          ))}
        </Cmdk.Group>
      )}
      {commandGroups.map((group) => (
        <CommandGroupList key={group} title={group} members={usable.filter((command) => command.group === group)} onRun={run} />
      ))}
      {inEditor && <PartList typed={typed} onDone={onDone} />}
      {templates.length > 0 && (
        <Cmdk.Group heading="Templates" className={styles.group}>
          {templates.map(({ id, title }) => (
            <Cmdk.Item
              key={id}
              value={`template ${id}`}
              className={styles.item}
              onSelect={() => {
                onDone();
                void openTemplate(app, { id });
              }}
            >
              <Glyph id="file" />
              <span className={styles.name}>{`Open ${title}`}</span>
            </Cmdk.Item>
          ))}
        </Cmdk.Group>
      )}
    </Cmdk.List>
  );
}

interface CommandGroupListProps {
  readonly title: string;
  readonly members: readonly Command[];
  readonly onRun: (command: Command) => void;
}

function CommandGroupList({ title, members, onRun }: CommandGroupListProps) {
  const platform = usePlatform();
  if (members.length === 0) return null;
  return (
    <Cmdk.Group heading={title} className={styles.group}>
      {members.map((command) => (
        <Cmdk.Item key={command.id} value={`command ${command.id}`} className={styles.item} onSelect={() => onRun(command)}>
          <Glyph id={command.glyph ?? 'dot'} />
          <span className={styles.name}>{command.title}</span>
          {command.accelerator !== null && <Kbd keys={writeAccelerator(command.accelerator, platform)} />}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}
