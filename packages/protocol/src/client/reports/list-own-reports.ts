import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { roomIdSchema, userIdSchema } from '../schemas.ts';
import {
  categorySchema,
  kindSchema,
  outcomeSchema,
  OWN_REPORTS_MAX,
  reportStateSchema,
} from './report-words.ts';

const ownReportSchema = Type.Object({
  report_id: Type.String(),
  kind: kindSchema,
  /** Whom it is about; absent for a group. */
  user_id: Type.Optional(userIdSchema),
  room_id: Type.Optional(roomIdSchema),
  category: categorySchema,
  reason: Type.String(),
  created_ts: Type.Integer(),
  state: reportStateSchema,
  /** Once it was decided: what became of it, what the moderators say, and when. */
  outcome: Type.Optional(outcomeSchema),
  note: Type.Optional(Type.String()),
  closed_ts: Type.Optional(Type.Integer()),
  /** What the reporter said against the decision. */
  appeal: Type.Optional(Type.String()),
  may_appeal: Type.Boolean(),
});

/**
 * GET /_matrix/client/unstable/app.sotto/reports
 *
 * The caller's own reports and what became of them, the newest first.
 */
export const listOwnReports = {
  operationId: 'listOwnReports',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/reports',
  access: 'user',
  reply: Type.Object({ reports: Type.Array(ownReportSchema, { maxItems: OWN_REPORTS_MAX }) }),
} as const satisfies Contract;
