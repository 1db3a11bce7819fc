/** Chromium draws no canvas wider or higher than this, and none with more pixels. */
const LONGEST_SIDE = 16384;
const MOST_PIXELS = 16384 * 16384;

export interface SvgPicture {
  readonly svg: string;
  /** Pixels at scale 1. */
  readonly width: number;
  readonly height: number;
}

async function loadImage(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

const toBlob = (canvas: HTMLCanvasElement): Promise<Blob | null> => new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));

/** Draws an SVG picture as PNG; `undefined` where it would be too large for that scale. */
export async function drawPng({ svg, width, height }: SvgPicture, scale: number): Promise<Uint8Array | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  if (Math.max(canvas.width, canvas.height) > LONGEST_SIDE || canvas.width * canvas.height > MOST_PIXELS) return undefined;
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await loadImage(url);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  } finally {
    URL.revokeObjectURL(url);
  }
  const blob = await toBlob(canvas);
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
