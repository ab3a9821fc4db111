import { ProblemError } from '../../session/problems.ts';
import type { ImageTool } from './image-tool.ts';

const SIDE_PX_MAX = 512;
const QUALITY = 0.9;

/** A photo as it is shown of a person or group: small, and without what the camera wrote into it. */
export async function preparePhoto(images: ImageTool, photo: File): Promise<Blob> {
  const image = await images.open(photo);
  if (!image) throw new ProblemError('failed', 'That file is not a picture this device can show.');
  try {
    const mimeType = photo.type === 'image/png' ? 'image/png' : 'image/jpeg';
    return (await image.encode({ sidePxMax: SIDE_PX_MAX, quality: QUALITY, mimeType })).bytes;
  } finally {
    image.close();
  }
}
