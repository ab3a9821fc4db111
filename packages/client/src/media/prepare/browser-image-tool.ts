import { invariant } from '@sotto/kit';
import { fitWithin, type ImageTool, type OpenImage } from './image-tool.ts';

function draw(bitmap: ImageBitmap, sidePxMax: number) {
  const size = fitWithin({ widthPx: bitmap.width, heightPx: bitmap.height }, sidePxMax);
  const canvas = new OffscreenCanvas(size.widthPx, size.heightPx);
  const context = canvas.getContext('2d');
  invariant(context, 'a fresh canvas has a 2d context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, size.widthPx, size.heightPx);
  return { canvas, context, ...size };
}

function openBitmap(bitmap: ImageBitmap): OpenImage {
  return {
    widthPx: bitmap.width,
    heightPx: bitmap.height,
    async encode({ sidePxMax, mimeType, quality }) {
      const { canvas, widthPx, heightPx } = draw(bitmap, sidePxMax);
      return { bytes: await canvas.convertToBlob({ type: mimeType, quality }), widthPx, heightPx };
    },
    pixels(sidePxMax) {
      const { context, widthPx, heightPx } = draw(bitmap, sidePxMax);
      return { rgba: context.getImageData(0, 0, widthPx, heightPx).data, widthPx, heightPx };
    },
    close: () => bitmap.close(),
  };
}

/** Decodes with the browser's own decoders, on a canvas outside the page. */
export function createBrowserImageTool(): ImageTool {
  return {
    async open(file) {
      try {
        return openBitmap(await createImageBitmap(file, { imageOrientation: 'from-image' }));
      } catch {
        // NOTE: any failure means the same here: this is not a picture we can draw.
        return null;
      }
    },
  };
}
