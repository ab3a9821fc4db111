/**
 * A box of ISO/IEC 14496-12: its type, and where its content begins and ends.
 */
interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Brands of HEIC, AVIF and their relatives: containers of items, of which the photo is one. */
const HEIF_BRANDS = new Set([
  'avif',
  'avis',
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'mif1',
  'msf1',
]);
/** What a camera says beside the picture: Exif itself, and XMP as text. */
const METADATA_TYPES = new Set(['Exif', 'mime']);
/** No camera writes more; a file that claims more is not one. */
const ITEMS_MAX = 10_000;
const EXTENTS_PER_ITEM_MAX = 1_000;

/**
 * Overwrites what a HEIF photo (HEIC, AVIF) says of its camera, time and place with zeros, in the given
 * bytes. Nothing moves, so the picture stays what it is; its orientation is a property of its own.
 *
 * @returns false when this is no HEIF file, or one that cannot be understood; then nothing is changed.
 * @see ISO/IEC 14496-12 (meta, iinf, iloc), ISO/IEC 23008-12 annex A (Exif and XMP items)
 */
export function blankHeifMetadata(bytes: Uint8Array): boolean {
  try {
    const reader = new Reader(bytes);
    const boxes = reader.boxesIn(0, bytes.length);
    const [first] = boxes;
    if (first?.type !== 'ftyp' || !reader.hasBrand(first)) return false;
    const meta = boxes.find(({ type }) => type === 'meta');
    if (!meta) return false;
    // The four bytes before the boxes are the version and flags every full box has.
    for (const { start, end } of metadataIn(reader, reader.boxesIn(meta.start + 4, meta.end))) {
      bytes.fill(0, start, end);
    }
    return true;
  } catch (cause) {
    // NOTE: a reader that runs past the end throws; such a file is sent as it is, like any other.
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

function metadataIn(reader: Reader, boxes: readonly Box[]): Extent[] {
  const infos = boxes.find(({ type }) => type === 'iinf');
  const locations = boxes.find(({ type }) => type === 'iloc');
  const inline = boxes.find(({ type }) => type === 'idat');
  if (!infos || !locations) return [];
  const wanted = metadataItems(reader, infos);
  return extentsOf(reader, locations, wanted, inline);
}

function metadataItems(reader: Reader, { start, end }: Box): Set<number> {
  const isShort = reader.uint(start, 1) === 0;
  const entries = reader.boxesIn(start + (isShort ? 6 : 8), end);
  const items = new Set<number>();
  for (const entry of entries) {
    const version = reader.uint(entry.start, 1);
    // Only versions 2 and 3 say what type an item has.
    if (entry.type !== 'infe' || (version !== 2 && version !== 3)) continue;
    const idBytes = version === 2 ? 2 : 4;
    const type = reader.text(entry.start + 4 + idBytes + 2, 4);
    if (METADATA_TYPES.has(type)) items.add(reader.uint(entry.start + 4, idBytes));
  }
  return items;
}

function extentsOf(
  reader: Reader,
  { start }: Box,
  wanted: ReadonlySet<number>,
  inline: Box | undefined,
): Extent[] {
  const version = reader.uint(start, 1);
  const sizes = reader.uint(start + 4, 2);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexBytes = version === 0 ? 0 : sizes & 15;
  const idBytes = version < 2 ? 2 : 4;

  let at = start + 6;
  const next = (bytes: number): number => {
    const value = reader.uint(at, bytes);
    at += bytes;
    return value;
  };
  const extents: Extent[] = [];
  const items = next(idBytes);
  if (items > ITEMS_MAX) throw new RangeError('more items than a photo has');
  for (let item = 0; item < items; item += 1) {
    const id = next(idBytes);
    const method = version === 0 ? 0 : next(2) & 15;
    next(2);
    const base = next(baseBytes);
    const parts = next(2);
    if (parts > EXTENTS_PER_ITEM_MAX) throw new RangeError('more parts than an item has');
    for (let part = 0; part < parts; part += 1) {
      next(indexBytes);
      const from = base + next(offsetBytes) + (method === 1 ? (inline?.start ?? 0) : 0);
      const length = next(lengthBytes);
      if (wanted.has(id) && method <= 1) extents.push(reader.extent(from, from + length));
    }
  }
  return extents;
}

/** Reads big-endian numbers; throws a RangeError past the end. */
class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint(at: number, bytes: number): number {
    if (bytes === 0) return 0;
    if (bytes === 1) return this.#view.getUint8(at);
    if (bytes === 2) return this.#view.getUint16(at);
    if (bytes === 4) return this.#view.getUint32(at);
    if (bytes === 8) return Number(this.#view.getBigUint64(at));
    throw new RangeError('no number has this size here');
  }

  text(at: number, length: number): string {
    const { start, end } = this.extent(at, at + length);
    return String.fromCharCode(...this.#bytes.subarray(start, end));
  }

  extent(start: number, end: number): Extent {
    if (end < start || end > this.#bytes.length) throw new RangeError('beyond the end of the file');
    return { start, end };
  }

  boxesIn(start: number, end: number): Box[] {
    const boxes: Box[] = [];
    for (let at = start; at + 8 <= end;) {
      const short = this.uint(at, 4);
      const header = short === 1 ? 16 : 8;
      const length = short === 1 ? this.uint(at + 8, 8) : short === 0 ? end - at : short;
      if (length < header || at + length > end) throw new RangeError('a box beyond its place');
      boxes.push({ type: this.text(at + 4, 4), start: at + header, end: at + length });
      at += length;
    }
    return boxes;
  }

  /** The major brand, then after a version the ones it is compatible with. */
  hasBrand({ start, end }: Box): boolean {
    for (let at = start; at + 4 <= end; at += 4) {
      if (at !== start + 4 && HEIF_BRANDS.has(this.text(at, 4))) return true;
    }
    return false;
  }
}
