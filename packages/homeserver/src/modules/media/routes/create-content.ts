import { createContent } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MediaService } from '../service.ts';

export function createContentRoute(media: MediaService) {
  return route(createContent, async ({ caller }) => {
    const { uri, expiresMs } = await media.reserve(caller.userId);
    return { content_uri: uri, unused_expires_at: expiresMs };
  });
}
