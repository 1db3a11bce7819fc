import type { DesignerHost } from '@shared/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload; missing in a browser. */
    readonly designer?: DesignerHost;
  }
}

/** The desktop's pipe, when the page runs in the desktop app. */
export const electronHost = (): DesignerHost | undefined => window.designer;
