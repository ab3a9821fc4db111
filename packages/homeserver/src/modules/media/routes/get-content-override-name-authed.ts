import { getContentOverrideNameAuthed } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import type { MediaService } from '../service.ts';
import { serve } from '../serving/serve.ts';

export function getContentOverrideNameAuthedRoute(media: MediaService) {
  return route(getContentOverrideNameAuthed, async ({ params, headers, caller }) =>
    serve(await media.open(caller.userId, params, params.fileName), headers),
  );
}
