import { useAppState } from '../app/app-context.ts';
import { useCommand } from '../commands/use-command.ts';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import type { MenuEntry } from '../controls/menu-entry.ts';
import { Menu } from '../controls/menu.tsx';
import { Toolbar, ToolbarItem, ToolbarSeparator, ToolbarWords } from '../controls/toolbar.tsx';
import { useCommandEntries } from '../frame/command-menu.tsx';
import type { Tool } from '../store/workspace-slice.ts';
import styles from './canvas.module.css';

/** The tools at the top left of the canvas. */
export function CanvasTools() {
  const tool = useAppState(({ workspace }) => workspace.tool);
  const arrange = useCommand('arrange');
  const ask = useCommand('ask-from-here');
  return (
    <Toolbar label="Canvas tools" floating className={styles.tools}>
      <ToolButton tool="select" chosen={tool} />
      <ToolButton tool="pan" chosen={tool} />
      <ToolButton tool="connect" chosen={tool} />
      <ToolbarSeparator />
      <AlignMenu />
      <ToolbarItem>
        <Button kind="ghost" size="large" glyph="arrange" disabled={!arrange.isEnabled} onClick={arrange.run}>
          Arrange
        </Button>
      </ToolbarItem>
      <span className={styles.wideTools}>
        <ToolbarSeparator />
        <ToolbarItem>
          <Button kind="ghost" size="large" glyph="swap" disabled={!ask.isEnabled} onClick={ask.run}>
            Ask from here
          </Button>
        </ToolbarItem>
      </span>
    </Toolbar>
  );
}

function ToolButton({ tool, chosen }: { readonly tool: Tool; readonly chosen: Tool }) {
  const { title, shortcut, run } = useCommand(`use-${tool}-tool`);
  return (
    <ToolbarItem>
      <IconButton glyph={tool} label={title} shortcut={shortcut} size="large" pressed={tool === chosen} onClick={run} />
    </ToolbarItem>
  );
}

const ALIGN = [
  'align-left',
  'align-center',
  'align-right',
  '-',
  'align-top',
  'align-middle',
  'align-bottom',
  '-',
  'distribute-horizontally',
  'distribute-vertically',
] as const;

function AlignMenu() {
  const entries = useCommandEntries(ALIGN);
  return (
    <Menu
      trigger={
        <ToolbarItem>
          <IconButton glyph="align" label="Align and distribute" size="large" />
        </ToolbarItem>
      }
      entries={entries}
    />
  );
}

const VIEWS = ['view-addresses', 'view-routing', 'view-security', 'view-exposure', 'view-plain'] as const;

/** What the canvas shows besides what is drawn on it; each is put on and off by itself. */
export function ViewMenu() {
  const { on, plain } = useAppState((state) => state.views);
  const entries = useCommandEntries(VIEWS).map((entry): MenuEntry => (entry.kind === 'action' ? { ...entry, glyph: undefined, label: entry.label.replace('View: ', ''), kind: 'check', checked: entry.id === 'view-plain' ? plain : on.some((view) => entry.id === `view-${view}`) } : entry));
  return (
    <Toolbar label="Views" floating className={styles.zoom}>
      <Menu
        align="end"
        trigger={
          <ToolbarItem>
            <IconButton glyph="eye" label="Views" size="large" pressed={on.length > 0 || plain} />
          </ToolbarItem>
        }
        entries={entries}
      />
    </Toolbar>
  );
}

/** Zoom at the top right of the canvas. */
export function ZoomTools() {
  const zoom = useAppState(({ workspace }) => workspace.zoom);
  const [out, into, fit] = [useCommand('zoom-out'), useCommand('zoom-in'), useCommand('zoom-to-fit')];
  return (
    <Toolbar label="Zoom" floating className={styles.zoom}>
      <ToolbarItem>
        <IconButton glyph="minus" label={out.title} shortcut={out.shortcut} size="large" onClick={out.run} />
      </ToolbarItem>
      <ToolbarWords>{`${Math.round(zoom * 100)}%`}</ToolbarWords>
      <ToolbarItem>
        <IconButton glyph="plus" label={into.title} shortcut={into.shortcut} size="large" onClick={into.run} />
      </ToolbarItem>
      <ToolbarItem>
        <IconButton glyph="fit" label={fit.title} shortcut={fit.shortcut} size="large" onClick={fit.run} />
      </ToolbarItem>
    </Toolbar>
  );
}
