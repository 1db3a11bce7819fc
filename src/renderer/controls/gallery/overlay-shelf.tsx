import { useState } from 'react';
import { useAnnounce } from '../announcer.tsx';
import { Button } from '../button.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { ContextMenu } from '../context-menu.tsx';
import { Dialog } from '../dialog.tsx';
import { Field } from '../field.tsx';
import type { MenuEntry } from '../menu-entry.ts';
import { Menu, MenuAtPoint } from '../menu.tsx';
import { useNotices } from '../notices.tsx';
import { Select } from '../select.tsx';
import { TextInput } from '../text-input.tsx';
import { protocols } from './field-shelf.tsx';
import styles from './gallery.module.css';

const nothing = () => undefined;
const entries: readonly MenuEntry[] = [
  { kind: 'label', id: 'subnet', label: 'public-a' },
  { kind: 'action', id: 'duplicate', label: 'Duplicate', glyph: 'duplicate', shortcut: 'Ctrl D', onSelect: nothing },
  { kind: 'action', id: 'copy', label: 'Copy', glyph: 'copy', shortcut: 'Ctrl C', onSelect: nothing },
  {
    kind: 'action',
    id: 'paste',
    label: 'Paste',
    glyph: 'paste',
    disabled: true,
    sentence: 'Nothing was copied.',
    onSelect: nothing,
  },
  { kind: 'separator', id: 'one' },
  { kind: 'check', id: 'snap', label: 'Snap to grid', checked: true, onSelect: nothing },
  {
    kind: 'submenu',
    id: 'add',
    label: 'Add',
    glyph: 'plus',
    entries: [
      { kind: 'action', id: 'instance', label: 'Instance', glyph: 'instance', hue: 'own', onSelect: nothing },
      { kind: 'action', id: 'nat', label: 'NAT gateway', glyph: 'nat-gateway', hue: 'own', onSelect: nothing },
    ],
  },
  { kind: 'separator', id: 'two' },
  { kind: 'action', id: 'delete', label: 'Delete', glyph: 'trash', shortcut: 'Delete', onSelect: nothing },
];

export function OverlayShelf() {
  const show = useNotices();
  const announce = useAnnounce();
  const [isOpen, setIsOpen] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [point, setPoint] = useState<{ x: number; y: number } | undefined>();
  return (
    <section className={styles.group} aria-label="Menus, dialogs and notices">
      <div className={styles.row}>
        <Menu trigger={<Button>Menu</Button>} entries={entries} />
        <ContextMenu entries={entries}>
          <Button>Right click</Button>
        </ContextMenu>
        <Button onClick={(event) => setPoint({ x: event.clientX, y: event.clientY })}>At the point</Button>
        <MenuAtPoint point={point} label="At the point" entries={entries} onClose={() => setPoint(undefined)} />
        <Button onClick={() => setIsOpen(true)}>Dialog</Button>
        <Button onClick={() => setIsAsking(true)}>Question</Button>
        <Button onClick={() => show({ tone: 'pass', sentence: 'three-tier is saved.' })}>Good news</Button>
        <Button
          onClick={() =>
            show({
              tone: 'fail',
              sentence: 'three-tier cannot be written: the disk is full.',
              action: { label: 'Save elsewhere', onClick: nothing },
            })
          }
        >
          Bad news
        </Button>
        <Button onClick={() => announce('web-1 moved to public-b.')}>Say it</Button>
      </div>
      <ExampleDialog open={isOpen} onOpenChange={setIsOpen} />
      <ConfirmDialog
        open={isAsking}
        title="Delete VPC app?"
        sentence="Its 6 subnets and the 9 resources in them go with it. Undo brings all of it back."
        confirmLabel="Delete"
        onConfirm={() => setIsAsking(false)}
        onCancel={() => setIsAsking(false)}
      />
    </section>
  );
}

function ExampleDialog({
  open,
  onOpenChange,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const [name, setName] = useState('three-tier');
  const [protocol, setProtocol] = useState('tcp');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Export picture"
      sentence="The picture shows the whole design, also what is not in view."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button kind="primary" onClick={() => onOpenChange(false)}>
            Export
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <Field label="Name">
          <TextInput value={name} onCommit={setName} />
        </Field>
        <Field label="Protocol">
          <Select value={protocol} onChange={setProtocol} choices={protocols} shape="wide" />
        </Field>
      </div>
      {Array.from({ length: 14 }, (_, line) => (
        <p key={line}>A line that makes the dialog long enough to scroll in a small window.</p>
      ))}
    </Dialog>
  );
}
