import { encode as encodeBlurhash } from 'blurhash';
import { blankHeifMetadata } from './heif-metadata.ts';
import type { EncodedImage, ImageTool, OpenImage, Pixels } from './image-tool.ts';
import { keepMoving } from './moving-picture.ts';
import { bytesOf, type PreparedFile, type PreparedThumbnail } from './prepared-file.ts';

const PHOTO_SIDE_PX_MAX = 4096;
const THUMBNAIL_SIDE_PX_MAX = 640;
const BLURHASH_SIDE_PX_MAX = 32;
const JPEG_QUALITY = 0.85;
/** A screenshot stays crisp as PNG up to here; beyond, it is a photo in the wrong format. */
const OPAQUE_PNG_BYTES_MAX = 1_500_000;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** A vector drawing can carry script, and drawing it would lose what makes it one. */
function mayBePhoto(mimeType: string): boolean {
  return mimeType.startsWith('image/') && mimeType !== 'image/svg+xml';
}

function hasTransparency({ rgba }: Pixels): boolean {
  for (let index = 3; index < rgba.length; index += 4) if (rgba[index] !== 255) return true;
  return false;
}

function blurhashOf({ rgba, widthPx, heightPx }: Pixels): string {
  const [across, down] = widthPx >= heightPx ? [4, 3] : [3, 4];
  return encodeBlurhash(rgba, widthPx, heightPx, across, down);
}

function renamed(name: string, mimeType: string): string {
  const extension = EXTENSIONS[mimeType];
  if (!extension) return name;
  const stem = name.replace(/\.[^.]*$/, '');
  return `${stem || 'photo'}.${extension}`;
}

async function reencode(
  image: OpenImage,
  sourceType: string,
  seeThrough: boolean,
): Promise<EncodedImage> {
  const as = (mimeType: string) =>
    image.encode({ sidePxMax: PHOTO_SIDE_PX_MAX, mimeType, quality: JPEG_QUALITY });
  if (seeThrough) return as(sourceType === 'image/webp' ? 'image/webp' : 'image/png');
  if (sourceType !== 'image/png') return as('image/jpeg');
  const png = await as('image/png');
  return png.bytes.size <= OPAQUE_PNG_BYTES_MAX ? png : as('image/jpeg');
}

async function thumbnailOf(image: OpenImage, seeThrough: boolean): Promise<PreparedThumbnail> {
  const mimeType = seeThrough ? 'image/png' : 'image/jpeg';
  const small = await image.encode({
    sidePxMax: THUMBNAIL_SIDE_PX_MAX,
    mimeType,
    quality: JPEG_QUALITY,
  });
  return {
    mimeType: small.bytes.type,
    bytes: await bytesOf(small.bytes),
    widthPx: small.widthPx,
    heightPx: small.heightPx,
  };
}

async function preparePhoto(file: File, image: OpenImage): Promise<PreparedFile> {
  const pixels = image.pixels(BLURHASH_SIDE_PX_MAX);
  const seeThrough = hasTransparency(pixels);
  const moving = keepMoving(await bytesOf(file));
  const { widthPx, heightPx } = image;
  const sent: EncodedImage = moving
    ? { bytes: moving, widthPx, heightPx }
    : await reencode(image, file.type, seeThrough);
  const isSmall = Math.max(sent.widthPx, sent.heightPx) <= THUMBNAIL_SIDE_PX_MAX;
  return {
    kind: 'photo',
    name: renamed(file.name, sent.bytes.type),
    mimeType: sent.bytes.type,
    bytes: await bytesOf(sent.bytes),
    widthPx: sent.widthPx,
    heightPx: sent.heightPx,
    blurhash: blurhashOf(pixels),
    thumbnail: isSmall ? null : await thumbnailOf(image, seeThrough),
  };
}

/**
 * Makes a file ready to send: a photo loses everything but its pixels, or, where this browser cannot draw
 * it, what the camera wrote beside them. Other files stay as they are.
 */
export async function prepareFile(file: File, images: ImageTool): Promise<PreparedFile> {
  const image = mayBePhoto(file.type) ? await images.open(file) : null;
  if (image) {
    try {
      return await preparePhoto(file, image);
    } finally {
      image.close();
    }
  }
  const bytes = await bytesOf(file);
  blankHeifMetadata(bytes);
  return {
    kind: 'file',
    name: file.name,
    mimeType: file.type || 'application/octet-stream',
    bytes,
    widthPx: null,
    heightPx: null,
    blurhash: null,
    thumbnail: null,
  };
}
