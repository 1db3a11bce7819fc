/** A point in canvas pixels at 100 %. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

/** What only the canvas can do. */
export interface CanvasHandle {
  zoomIn(): void;
  zoomOut(): void;
  /** 1 is 100 %. */
  zoomTo(zoom: number): void;
  /** Shows everything, or the nodes of these keys. */
  fit(keys?: readonly string[]): void;
  /** Brings a node into view when it is not, and gives it the focus when asked. */
  reveal(key: string, options?: { readonly focus?: boolean }): void;
  /** Opens the name of a node for typing; `false` where no name of it is in view. */
  rename(key: string): boolean;
  focus(): void;
  /** The middle of what is in view. */
  center(): CanvasPoint;
}

/** Where the canvas leaves its handle while it is on the screen. */
export interface CanvasPort {
  readonly current: CanvasHandle | null;
  /** Lends the handle until the returned function is called. */
  attach(handle: CanvasHandle): () => void;
}

/** A port without a canvas yet. */
export function createCanvasPort(): CanvasPort {
  let current: CanvasHandle | null = null;
  return {
    get current() {
      return current;
    },
    attach: (handle) => {
      current = handle;
      return () => {
        if (current === handle) current = null;
      };
    },
  };
}
