import { useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';

/** Asks before unsaved changes would be lost. */
export function UnsavedDialog({ name }: { readonly name: string }) {
  const { closeDialog } = useStore();
  return (
    <Dialog
      open
      size="small"
      title={`Save changes to ${name}?`}
      onOpenChange={() => closeDialog(null)}
      footer={
        <>
          <Button kind="ghost" onClick={() => closeDialog('discard')}>
            Discard changes
          </Button>
          <Button onClick={() => closeDialog(null)}>Cancel</Button>
          <Button kind="primary" onClick={() => closeDialog('save')}>
            Save
          </Button>
        </>
      }
    >
      <p>{`${name} has changes that no file holds.`}</p>
    </Dialog>
  );
}
