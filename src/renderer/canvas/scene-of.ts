import { describeScene } from '@core/drawing/describe-scene.ts';
import type { Scene } from '@core/drawing/scene.ts';
import type { AppState } from '../store/app-state.ts';

/** The scene as the canvas shows it, with what is known of the design by now. */
export const sceneOf = ({ design, report }: Pick<AppState, 'design' | 'report'>): Scene => describeScene(design, { facts: report.value?.facts ?? {}, findings: report.value?.findings ?? [] });
