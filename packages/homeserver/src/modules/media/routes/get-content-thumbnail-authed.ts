import { getContentThumbnailAuthed } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MediaService } from '../service.ts';
import { serve } from '../serving/serve.ts';

export function getContentThumbnailAuthedRoute(media: MediaService) {
  return route(getContentThumbnailAuthed, async ({ params, query, headers, caller }) => {
    const { width, height, method = 'scale', animated = false } = query;
    const asked = { width, height, method, animated };
    return serve(await media.openThumbnail(caller.userId, params, asked), headers);
  });
}
