import { getContentThumbnailAuthed } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MediaService } from '../service.ts';
import { serve } from '../serving/serve.ts';

export function getContentThumbnailAuthedRoute(media: MediaService) {
  return route(getContentThumbnailAuthed, async ({ params, query, headers }) => {
    const { width, height, method = 'scale', animated = false } = query;
    return serve(await media.openThumbnail(params, { width, height, method, animated }), headers);
  });
}
