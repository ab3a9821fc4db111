import { Type } from 'typebox';
import type { Contract } from '../../../contract.ts';
import { eventIdSchema, jsonObjectSchema, userIdSchema } from '../../schemas.ts';
import {
  categorySchema,
  kindSchema,
  outcomeSchema,
  proofSchema,
  REPORT_MORE_MAX,
  reportStateSchema,
} from '../report-words.ts';
import { MODERATOR_ACTIONS } from '../standing.ts';

const actionSchema = Type.Unsafe<(typeof MODERATOR_ACTIONS)[number]>({
  type: 'string',
  enum: [...MODERATOR_ACTIONS],
});

const evidenceSchema = Type.Object({
  event_id: eventIdSchema,
  sent_ts: Type.Integer(),
  /**
   * `proven`: the commitment its sender made matches. `stored`: it was not encrypted, this server holds it.
   * `claimed`: the reporter says so, nothing shows it. `none`: nobody has said what it was.
   */
  proof: proofSchema,
  type: Type.Optional(Type.String()),
  content: Type.Optional(jsonObjectSchema),
});

const doneSchema = Type.Object({
  moderator: userIdSchema,
  action: actionSchema,
  at_ts: Type.Integer(),
  note: Type.String(),
  subject_note: Type.String(),
  days: Type.Optional(Type.Integer()),
});

const subjectSchema = Type.Object({
  user_id: userIdSchema,
  /** Absent if the account has ended. */
  account_created_ts: Type.Optional(Type.Integer()),
  suspended: Type.Boolean(),
  limited_until: Type.Optional(Type.Integer()),
  /** Of all reports about this account: how many there are, by how many people, and how many wait. */
  reports: Type.Integer(),
  reporters: Type.Integer(),
  open: Type.Integer(),
  /** What was decided about this account before, the newest first. */
  history: Type.Array(doneSchema),
});

/**
 * GET /_matrix/client/unstable/app.sotto/moderation/reports/{reportId}
 *
 * One report, for moderators: what was reported and what the server knows of the account. Neither who
 * reported it nor anything else of the conversation.
 */
export const getModerationReport = {
  operationId: 'getModerationReport',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/moderation/reports/:reportId',
  access: 'user',
  params: Type.Object({ reportId: Type.String({ maxLength: 64 }) }),
  reply: Type.Object({
    report_id: Type.String(),
    kind: kindSchema,
    category: categorySchema,
    reason: Type.String(),
    created_ts: Type.Integer(),
    state: reportStateSchema,
    outcome: Type.Optional(outcomeSchema),
    note: Type.Optional(Type.String()),
    closed_ts: Type.Optional(Type.Integer()),
    appeal: Type.Optional(Type.String()),
    /** Whether the caller made the decision that is appealed: then somebody else should look. */
    decided_by_you: Type.Boolean(),
    messages: Type.Array(evidenceSchema, { maxItems: REPORT_MORE_MAX + 1 }),
    subject: Type.Optional(subjectSchema),
    /** How many of the reporter's earlier reports led to something, and how many to nothing. */
    reporter: Type.Object({ acted: Type.Integer(), dismissed: Type.Integer() }),
    /** What was done with this report, the oldest first. */
    history: Type.Array(doneSchema),
  }),
} as const satisfies Contract;
