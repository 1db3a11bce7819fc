import { ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useAppState, useStore } from '../app/app-context.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { CanvasSurface } from './canvas-surface.tsx';
import { CanvasTools, ViewMenu, ZoomTools } from './canvas-toolbars.tsx';
import styles from './canvas.module.css';
import { TourCard } from '../tour/tour-card.tsx';
import { PathLegend } from './path/path-legend.tsx';
import { ViewLegend } from './views/view-legend.tsx';

/** The canvas with its floating tools. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasSurface />
      <CanvasTools />
      <div className={styles.right}>
        <PathLegend />
        <ViewMenu />
        <ZoomTools />
      </div>
      <ViewLegend />
      <EmptyCanvas />
      <TourCard />
    </ReactFlowProvider>
  );
}

function EmptyCanvas() {
  const { showScreen } = useStore();
  const isEmpty = useAppState(({ design }) => Object.values(design.resources).every(({ kind }) => kind === 'region'));
  if (!isEmpty) return null;
  return (
    <div className={styles.empty}>
      <EmptyState sentence="Drag a VPC here, or open a template." action={{ label: 'Templates', onClick: () => showScreen('start') }} />
    </div>
  );
}
