import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { clientEventSchema, roomIdSchema, userIdSchema } from '../schemas.ts';
import { personCardSchema } from './person-card.ts';

/** What somebody may write before they are accepted. */
export const REQUEST_MESSAGES_MAX = 3;
/** How many requests one answer holds. */
export const REQUESTS_LISTED_MAX = 100;
/** How many of the members somebody knows are named in a request to join a group. */
export const KNOWN_MEMBERS_MAX = 20;

const groupOfferSchema = Type.Object({
  /** How many people are in it. */
  member_count: Type.Integer(),
  /** Who of them the caller knows, and knows the caller: each has the other as a contact. Without the sender. */
  known_members: Type.Array(userIdSchema, { maxItems: KNOWN_MEMBERS_MAX }),
  /** What newcomers read of the past, unless `app.sotto.history` of the invitation says less. */
  history_visibility: Type.String(),
});

const requestSchema = Type.Object({
  room_id: roomIdSchema,
  sender: userIdSchema,
  /** A conversation of the two; otherwise a group one is asked into. */
  direct: Type.Boolean(),
  /** `blur`: show name, picture and messages only when asked to. */
  treatment: Type.Union([Type.Literal('request'), Type.Literal('blur')]),
  received_ts: Type.Integer(),
  /** What the sender wrote, oldest first, as it is stored: encrypted. Empty for groups. */
  messages: Type.Array(clientEventSchema, { maxItems: REQUEST_MESSAGES_MAX }),
  card: personCardSchema,
  /** Of the group one is asked into; absent for `direct`, and where nobody is invited any more. */
  group: Type.Optional(groupOfferSchema),
});

/**
 * GET /_matrix/client/unstable/app.sotto/requests
 *
 * The requests that wait for the caller's answer, the newest first, at most a hundred. Reading them tells
 * nobody. See `docs/reference/requests.md`.
 */
export const listRequests = {
  operationId: 'listRequests',
  method: 'GET',
  path: '/_matrix/client/unstable/app.sotto/requests',
  access: 'user',
  reply: Type.Object({ requests: Type.Array(requestSchema), total: Type.Integer() }),
} as const satisfies Contract;
