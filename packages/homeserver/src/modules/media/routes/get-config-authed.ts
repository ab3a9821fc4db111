import { getConfigAuthed } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MediaService } from '../service.ts';

export function getConfigAuthedRoute(media: MediaService) {
  return route(getConfigAuthed, async () => ({ 'm.upload.size': media.uploadBytesMax }));
}
