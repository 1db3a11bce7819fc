import { useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';

/** Asks what a snapshot is for while a design is open: a design of its own, or news for this one. */
export function ImportOverDialog({ name }: { readonly name: string }) {
  const { closeDialog } = useStore();
  return (
    <Dialog
      open
      size="small"
      title={`Update ${name} with this snapshot?`}
      onOpenChange={() => closeDialog(null)}
      footer={
        <>
          <Button kind="ghost" onClick={() => closeDialog(null)}>
            Cancel
          </Button>
          <Button onClick={() => closeDialog('open-new')}>Open as a new design</Button>
          <Button kind="primary" onClick={() => closeDialog('update')}>
            Update
          </Button>
        </>
      }
    >
      <p>Updating takes what AWS describes as it is now, and keeps the layout, notes, services, expectations and everything you drew. One undo takes it back.</p>
    </Dialog>
  );
}
