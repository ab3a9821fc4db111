import type { Route } from '../../../http/index.ts';
import type { MediaService } from '../service.ts';
import { createContentRoute } from './create-content.ts';
import { getConfigAuthedRoute } from './get-config-authed.ts';
import { getContentAuthedRoute } from './get-content-authed.ts';
import { getContentOverrideNameAuthedRoute } from './get-content-override-name-authed.ts';
import { getContentThumbnailAuthedRoute } from './get-content-thumbnail-authed.ts';
import { uploadContentToMxcRoute } from './upload-content-to-mxc.ts';
import { uploadContentRoute } from './upload-content.ts';

export function mediaRoutes(media: MediaService): Route[] {
  return [
    uploadContentRoute(media),
    createContentRoute(media),
    uploadContentToMxcRoute(media),
    getContentAuthedRoute(media),
    getContentOverrideNameAuthedRoute(media),
    getContentThumbnailAuthedRoute(media),
    getConfigAuthedRoute(media),
  ];
}
