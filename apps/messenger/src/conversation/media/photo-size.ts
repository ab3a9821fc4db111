interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What a photo of unknown size gets: neither wide nor tall is far off. */
const UNKNOWN: Size = { widthPx: 240, heightPx: 240 };
const SHOWN_MAX: Size = { widthPx: 340, heightPx: 400 };
const SHOWN_MIN: Size = { widthPx: 140, heightPx: 96 };

/**
 * The space a photo takes in its bubble, known before a byte of it is here. A photo is never
 * drawn larger than it is; a sliver is cropped rather than shown as a line.
 */
export function photoSize(photo: {
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}): Size {
  const { widthPx, heightPx } = photo;
  if (widthPx === null || heightPx === null) return UNKNOWN;
  if (!isLength(widthPx) || !isLength(heightPx)) return UNKNOWN;
  const scale = Math.min(1, SHOWN_MAX.widthPx / widthPx, SHOWN_MAX.heightPx / heightPx);
  return {
    widthPx: clamp(widthPx * scale, SHOWN_MIN.widthPx, SHOWN_MAX.widthPx),
    heightPx: clamp(heightPx * scale, SHOWN_MIN.heightPx, SHOWN_MAX.heightPx),
  };
}

/** Its sender said how large a photo is, and a sender can say anything. */
function isLength(px: number): boolean {
  return Number.isFinite(px) && px > 0;
}

function clamp(value: number, min: number, max: number): number {
  return Math.round(Math.min(Math.max(value, min), max));
}
