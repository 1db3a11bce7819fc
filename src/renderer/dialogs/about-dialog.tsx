import { product } from '@shared/product.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { Dialog } from '../controls/dialog.tsx';
import styles from './dialogs.module.css';

/** What the program is. */
export function AboutDialog() {
  const { closeDialog } = useStore();
  const host = useAppState(({ workspace }) => workspace.host);
  return (
    <Dialog open size="small" title={`${product.name} ${host?.version ?? ''}`} onOpenChange={() => closeDialog(null)}>
      <div className={styles.text}>
        <p>Draw an AWS network, or import one, and see what can reach what, and why not.</p>
        <p>Everything is computed on this computer. Nothing is sent anywhere, and no credentials are ever asked for.</p>
        <p>The canvas is built with React Flow (xyflow). The names and colours of AWS belong to Amazon Web Services.</p>
      </div>
    </Dialog>
  );
}
