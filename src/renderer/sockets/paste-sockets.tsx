import { declareSockets } from '@core/editing/declare-sockets.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { useState, type SyntheticEvent } from 'react';
import { useAppState, useHost, useStore } from '../app/app-context.ts';
import { Button, type ButtonSize } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Field } from '../controls/field.tsx';
import { TextArea } from '../controls/text-area.tsx';
import styles from './sockets.module.css';

const FORM = 'paste-sockets-form';
const ROWS = 12;
const EXAMPLES = {
  linux: 'State   Recv-Q  Send-Q  Local Address:Port  Peer Address:Port  Process\nLISTEN  0       511           0.0.0.0:80         0.0.0.0:*      users:(("nginx",pid=2210,fd=6))',
  windows: '  Proto  Local Address          Foreign Address        State           PID\n  TCP    0.0.0.0:80             0.0.0.0:0              LISTENING       4',
} as const;

interface PasteSocketsProps {
  readonly instance: ResourceId;
  readonly size?: ButtonSize;
}

function PasteSocketsDialog({ instance, onClose }: Pick<PasteSocketsProps, 'instance'> & { readonly onClose: () => void }) {
  const host = useHost();
  const store = useStore();
  const machine = useAppState(({ design }) => design.resources[instance]);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const isWindows = machine?.kind === 'instance' && machine.operatingSystem === 'windows';
  const take = async (): Promise<void> => {
    const reply = await host.readSockets({ text });
    if (!reply.ok) {
      setProblem(reply.problem.message);
      return;
    }
    const refused = store.edit((design) => declareSockets(design, { instance, listening: reply.value }), { keepSelection: true });
    if (refused === undefined) onClose();
    else setProblem(refused);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void take();
  };
  return (
    <Dialog
      open
      size="large"
      title={`What listens on ${machine?.name ?? instance}`}
      sentence={isWindows ? 'Run netstat -ano on the instance and paste what it prints.' : 'Run sudo ss -ltnp on the instance and paste what it prints; ss -lunp and netstat -ltnp are understood too.'}
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={FORM} disabled={text.trim() === ''}>
            Take over
          </Button>
        </>
      }
    >
      <form id={FORM} className={styles.paste} onSubmit={submit}>
        <Field label="Output" labelHidden problem={problem} hint="What listens becomes the services of the instance; declared ones that are not there are stopped. One undo takes it back.">
          <TextArea
            mono
            autoFocus
            rows={ROWS}
            placeholder={isWindows ? EXAMPLES.windows : EXAMPLES.linux}
            value={text}
            onChange={(typed) => {
              setText(typed);
              setProblem(undefined);
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}

/** Asks for the output of ss or netstat, and makes the instance's services of it. */
export function PasteSockets({ instance, size }: PasteSocketsProps) {
  const [isOpen, setOpen] = useState(false);
  const isWindows = useAppState(({ design }) => {
    const machine = design.resources[instance];
    return machine?.kind === 'instance' && machine.operatingSystem === 'windows';
  });
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)}>
        {isWindows ? 'Paste netstat -ano output' : 'Paste ss -ltnp output'}
      </Button>
      {isOpen && <PasteSocketsDialog instance={instance} onClose={() => setOpen(false)} />}
    </>
  );
}
