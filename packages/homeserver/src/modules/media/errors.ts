import { refusalsOf } from '@sotto/kit';
import type { ReplySpec } from '../../http/index.ts';

export type MediaRefusal =
  | 'media_not_found'
  | 'media_not_yet_uploaded'
  | 'media_already_uploaded'
  | 'media_of_another'
  | 'media_quota_reached'
  | 'too_many_pending_uploads'
  | 'upload_too_large'
  | 'upload_interrupted'
  | 'cannot_thumbnail'
  | 'too_large_to_thumbnail'
  | 'thumbnails_busy';

export const mediaReplies: Readonly<Record<MediaRefusal, ReplySpec>> = {
  media_not_found: { status: 404, errcode: 'M_NOT_FOUND' },
  media_not_yet_uploaded: { status: 504, errcode: 'M_NOT_YET_UPLOADED' },
  media_already_uploaded: { status: 409, errcode: 'M_CANNOT_OVERWRITE_MEDIA' },
  media_of_another: { status: 403, errcode: 'M_FORBIDDEN' },
  media_quota_reached: { status: 403, errcode: 'M_FORBIDDEN' },
  too_many_pending_uploads: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  upload_too_large: { status: 413, errcode: 'M_TOO_LARGE' },
  upload_interrupted: { status: 400, errcode: 'M_UNKNOWN' },
  cannot_thumbnail: { status: 400, errcode: 'M_UNKNOWN' },
  too_large_to_thumbnail: { status: 413, errcode: 'M_TOO_LARGE' },
  thumbnails_busy: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
};

export const refuse = refusalsOf<MediaRefusal>();

export function uploadTooLarge(): Error {
  return refuse('upload_too_large', 'This file is too large.');
}
