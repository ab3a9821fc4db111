import { getContentAuthed } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MediaService } from '../service.ts';
import { serve } from '../serving/serve.ts';

export function getContentAuthedRoute(media: MediaService) {
  return route(getContentAuthed, async ({ params, headers, caller }) =>
    serve(await media.open(caller.userId, params), headers),
  );
}
