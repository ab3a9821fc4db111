import { getReportedPhoto } from '@sotto/protocol';
import { route } from '../../../http/index.ts';
import { serve } from '../../media/index.ts';
import type { ModerationService } from '../moderation/moderation-service.ts';

export function getReportedPhotoRoute(moderation: ModerationService) {
  return route(getReportedPhoto, async ({ params, headers, caller }) => {
    const { reportId, eventId } = params;
    const served = serve(await moderation.openPhoto(caller.userId, reportId, eventId), headers);
    // What was reported is forgotten one day; nothing of it is to lie in a browser then.
    return { ...served, headers: { ...served.headers, 'cache-control': 'no-store' } };
  });
}
