/** Draws and encodes pictures. A browser does it on a canvas; tests hand in their own. */
export interface ImageTool {
  /** Null when the bytes are not a picture this device can draw. */
  open(file: Blob): Promise<OpenImage | null>;
}

/** A decoded picture, turned upright as its orientation asks. */
export interface OpenImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Encodes the picture, shrunk to `sidePxMax` where it is larger. Nothing but pixels survives. */
  encode(options: { sidePxMax: number; mimeType: string; quality: number }): Promise<EncodedImage>;
  /** The picture's pixels as RGBA rows, shrunk to `sidePxMax`. */
  pixels(sidePxMax: number): Pixels;
  close(): void;
}

export interface EncodedImage {
  readonly bytes: Blob;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Pixels {
  readonly rgba: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The largest size with the same shape whose longer side is at most `sidePxMax`. */
export function fitWithin(
  size: { readonly widthPx: number; readonly heightPx: number },
  sidePxMax: number,
): { widthPx: number; heightPx: number } {
  const scale = Math.min(1, sidePxMax / Math.max(size.widthPx, size.heightPx));
  return {
    widthPx: Math.max(1, Math.round(size.widthPx * scale)),
    heightPx: Math.max(1, Math.round(size.heightPx * scale)),
  };
}
