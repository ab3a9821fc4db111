import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { userIdSchema } from '../../schemas.ts';
import { categorySchema, kindSchema, reportStateSchema } from '../report-words.ts';

/** How many reports one page of the queue holds. */
export const QUEUE_PAGE_MAX = 50;

const queuedReportSchema = Type.Object({
  report_id: Type.String(),
  kind: kindSchema,
  category: categorySchema,
  state: reportStateSchema,
  created_ts: Type.Integer(),
  /** Whom it is about; absent for a group. */
  user_id: Type.Optional(userIdSchema),
  messages: Type.Integer(),
  /** How many of the messages are proven to have been said. */
  proven: Type.Integer(),
});

/**
 * GET /_matrix/client/unstable/app.sotto/moderation/reports
 *
 * One page of the queue, for moderators. `from` is the `next` of the page before.
 */
export const listModerationQueue = {
  operationId: 'listModerationQueue',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/moderation/reports',
  access: 'user',
  query: Type.Object({
    state: Type.Optional(reportStateSchema),
    order: Type.Optional(Type.Union([Type.Literal('newest'), Type.Literal('oldest')])),
    from: Type.Optional(Type.String({ maxLength: 32 })),
    limit: Type.Optional(Type.String({ maxLength: 8 })),
  }),
  reply: Type.Object({
    reports: Type.Array(queuedReportSchema, { maxItems: QUEUE_PAGE_MAX }),
    next: Type.Optional(Type.String()),
    /** How many wait in each view. */
    open: Type.Integer(),
    appealed: Type.Integer(),
  }),
} as const satisfies Contract;
