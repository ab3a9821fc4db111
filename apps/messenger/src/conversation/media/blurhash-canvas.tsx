import { decode, isBlurhashValid } from 'blurhash';
import { useLayoutEffect, useRef } from 'react';

/** Enough for a blur: the browser smooths the rest. */
const PIXELS = 24;

/** The blurred promise of a photo, drawn from the few letters its sender attached. */
export function BlurhashCanvas({ hash }: { readonly hash: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !isBlurhashValid(hash).result) return;
    const image = context.createImageData(PIXELS, PIXELS);
    image.data.set(decode(hash, PIXELS, PIXELS));
    context.putImageData(image, 0, 0);
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
