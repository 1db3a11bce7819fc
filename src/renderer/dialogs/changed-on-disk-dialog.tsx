import { useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';

/** Asks what becomes of a file that another program wrote meanwhile. */
export function ChangedOnDiskDialog({ name }: { readonly name: string }) {
  const { closeDialog } = useStore();
  return (
    <Dialog
      open
      size="small"
      title={`Another program changed ${name}`}
      onOpenChange={() => closeDialog(null)}
      footer={
        <>
          <Button kind="ghost" onClick={() => closeDialog('overwrite')}>
            Overwrite
          </Button>
          <Button onClick={() => closeDialog(null)}>Cancel</Button>
          <Button kind="primary" onClick={() => closeDialog('save-as')}>
            Save as…
          </Button>
        </>
      }
    >
      <p>{`${name} was written by another program since it was opened here. Saving would replace what that program wrote.`}</p>
    </Dialog>
  );
}
