import { renameResource } from '@core/editing/rename-resource.ts';
import { asResourceId } from '@core/model/ids.ts';
import { useState, type SyntheticEvent } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Field } from '../controls/field.tsx';
import { TextInput } from '../controls/text-input.tsx';

const FORM = 'rename-form';

/** Gives a resource another name. */
export function RenameDialog({ resource }: { readonly resource: string }) {
  const store = useStore();
  const id = asResourceId(resource);
  const before = useAppState(({ design }) => design.resources[id]?.name ?? '');
  const [name, setName] = useState(before);
  const [problem, setProblem] = useState<string>();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const result = renameResource(store.getState().design, { resource: id, name });
    if (!result.ok) return setProblem(result.refused);
    store.apply(result);
    store.closeDialog('done');
  };
  return (
    <Dialog
      open
      size="small"
      title={`Rename ${before}`}
      onOpenChange={() => store.closeDialog(null)}
      footer={
        <>
          <Button onClick={() => store.closeDialog(null)}>Cancel</Button>
          <Button kind="primary" type="submit" form={FORM}>
            Rename
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit}>
        <Field label="Name" problem={problem}>
          <TextInput value={name} onChange={setName} autoFocus onFocus={(event) => event.currentTarget.select()} />
        </Field>
      </form>
    </Dialog>
  );
}
