type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A picture that moves, byte for byte but for what is no part of the picture: camera data, texts,
 * whatever stands behind the end. Drawing it anew would stop it.
 *
 * @returns null when it does not move, or is not understood; then it is drawn like any other.
 */
export function keepMoving(bytes: Bytes): Blob | null {
  try {
    const kind = KINDS.find(({ looksLike }) => looksLike.test(textAt(bytes, 0, 12)));
    const clean = kind?.clean(bytes) ?? null;
    return kind && clean ? new Blob([clean], { type: kind.mimeType }) : null;
  } catch (cause) {
    // NOTE: a view that is read past its end throws; such a file is not what it says.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

const KINDS = [
  { looksLike: /^GIF8[79]a/, mimeType: 'image/gif', clean: cleanGif },
  { looksLike: /^\u0089PNG\r\n/, mimeType: 'image/png', clean: cleanPng },
  { looksLike: /^RIFF.{4}WEBP/s, mimeType: 'image/webp', clean: cleanWebp },
] as const;

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const APPLICATION = 0xff;
const COMMENT = 0xfe;
/** How often to repeat: the only applications a moving picture needs. */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function cleanGif(bytes: Bytes): Bytes {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let at = 13 + coloursIn(view.getUint8(10));
  kept.push(part(bytes, 0, at));
  for (;;) {
    const from = at;
    const kind = view.getUint8(at);
    if (kind === TRAILER) {
      kept.push(part(bytes, at, at + 1));
      return joined(kept);
    }
    if (kind === IMAGE) {
      at = afterBlocks(view, at + 11 + coloursIn(view.getUint8(at + 9)));
      kept.push(part(bytes, from, at));
      continue;
    }
    if (kind !== EXTENSION) throw new RangeError('no block of a GIF begins like this');
    const label = view.getUint8(at + 1);
    at = afterBlocks(view, at + 2);
    const isLoop = label === APPLICATION && LOOPS.has(textAt(bytes, from + 3, 11));
    if (isLoop || (label !== APPLICATION && label !== COMMENT)) kept.push(part(bytes, from, at));
  }
}

function coloursIn(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

function afterBlocks(view: DataView, start: number): number {
  let at = start;
  for (;;) {
    const length = view.getUint8(at);
    at += 1 + length;
    if (length === 0) return at;
  }
}

/** What a picture is made of and how its colours are meant; the rest is talk. */
const PNG_CHUNKS = new Set(
  'IHDR PLTE tRNS acTL fcTL fdAT IDAT IEND gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs'.split(' '),
);

/** @see https://www.w3.org/TR/png-3/ */
function cleanPng(bytes: Bytes): Bytes | null {
  const view = viewOf(bytes);
  const kept = [part(bytes, 0, 8)];
  let moves = false;
  for (let at = 8; ;) {
    const type = textAt(bytes, at + 4, 4);
    const end = at + 12 + view.getUint32(at);
    if (PNG_CHUNKS.has(type)) kept.push(part(bytes, at, end));
    moves ||= type === 'acTL';
    if (type === 'IEND') return moves ? joined(kept) : null;
    at = end;
  }
}

const WEBP_CHUNKS = new Set(['VP8X', 'ICCP', 'ANIM', 'ANMF']);
const WEBP_MOVES = 0x02;
const WEBP_EXIF_AND_XMP = 0x0c;

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function cleanWebp(bytes: Bytes): Bytes | null {
  const view = viewOf(bytes);
  const flags = view.getUint8(20);
  if (textAt(bytes, 12, 4) !== 'VP8X' || !(flags & WEBP_MOVES)) return null;
  const kept = [part(bytes, 0, 12)];
  const fileEnd = 8 + view.getUint32(4, true);
  for (let at = 12; at < fileEnd;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (WEBP_CHUNKS.has(textAt(bytes, at, 4))) kept.push(part(bytes, at, end));
    at = end;
  }
  const clean = joined(kept);
  const head = viewOf(clean);
  head.setUint32(4, clean.length - 8, true);
  head.setUint8(20, flags & ~WEBP_EXIF_AND_XMP);
  return clean;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function part(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (end > bytes.length) throw new RangeError('beyond the end of the file');
  return bytes.subarray(start, end);
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...part(bytes, at, at + length));
}

function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of parts) {
    whole.set(each, at);
    at += each.length;
  }
  return whole;
}
