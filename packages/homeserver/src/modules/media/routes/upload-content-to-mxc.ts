import { uploadContentToMxc } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MediaService } from '../service.ts';
import { uploadOf } from './upload-of.ts';

export function uploadContentToMxcRoute(media: MediaService) {
  return route(uploadContentToMxc, async (call) => {
    await media.uploadTo(call.params, uploadOf(call));
    return {};
  });
}
