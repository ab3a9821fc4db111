import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { eventIdSchema } from '../../schemas.ts';

/**
 * GET /_matrix/client/unstable/app.sotto/moderation/reports/{reportId}/photos/{eventId}
 *
 * The bytes of the photo in a reported message, for moderators: as they were uploaded, which is encrypted where
 * the message was. Only of what is proven or stored, and uploaded by whom the report is about: no address that
 * somebody writes into a report makes the server give out anything else. See `docs/reference/reports.md`.
 */
export const getReportedPhoto = {
  operationId: 'getReportedPhoto',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/moderation/reports/:reportId/photos/:eventId',
  access: 'user',
  limit: 'media',
  replyKind: 'bytes',
  params: Type.Object({ reportId: Type.String({ maxLength: 64 }), eventId: eventIdSchema }),
  reply: Type.Unknown(),
} as const satisfies Contract;
