import { useEffect, useRef } from 'react';

/** Enough for a blur: the browser smooths the rest. */
const PIXELS = 24;

/** The blurred promise of a photo, drawn from the few letters its sender attached. */
export function BlurhashCanvas({ hash }: { readonly hash: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isWanted = true;
    // NOTE: without it the space is grey until the photo is there.
    void draw(hash, () => (isWanted ? canvas.current : null)).catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [hash]);
  return (
    <canvas
      ref={canvas}
      width={PIXELS}
      height={PIXELS}
      aria-hidden="true"
      className="absolute inset-0 size-full"
    />
  );
}

/** What decodes it is fetched with the first photo. */
async function draw(hash: string, findCanvas: () => HTMLCanvasElement | null): Promise<void> {
  const { decode, isBlurhashValid } = await import('blurhash');
  const context = findCanvas()?.getContext('2d');
  if (!context || !isBlurhashValid(hash).result) return;
  const image = context.createImageData(PIXELS, PIXELS);
  image.data.set(decode(hash, PIXELS, PIXELS));
  context.putImageData(image, 0, 0);
}
