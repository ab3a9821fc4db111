import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { emptyReplySchema } from '../schemas.ts';
import { REPORT_NOTE_MAX } from './report-words.ts';

/**
 * POST /_matrix/client/unstable/app.sotto/reports/{reportId}/appeal
 *
 * Says once why a decision was wrong, within thirty days. The report is looked at again.
 */
export const appealReport = {
  operationId: 'appealReport',
  method: 'POST',
  path: '/_matrix/client/unstable/app.sotto/reports/:reportId/appeal',
  access: 'user',
  params: Type.Object({ reportId: Type.String({ maxLength: 64 }) }),
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: REPORT_NOTE_MAX }) }),
  reply: emptyReplySchema,
} as const satisfies Contract;
