import { uploadContent } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MediaService } from '../service.ts';
import { uploadOf } from './upload-of.ts';

export function uploadContentRoute(media: MediaService) {
  return route(uploadContent, async (call) => ({
    content_uri: await media.upload(uploadOf(call)),
  }));
}
