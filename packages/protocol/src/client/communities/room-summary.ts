import { Type } from 'typebox';
import { roomIdSchema } from '../schemas.ts';

/**
 * What is told of a room before one is in it.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv1room_summaryroomidoralias
 */
export const roomSummaryFields = {
  room_id: roomIdSchema,
  name: Type.Optional(Type.String()),
  topic: Type.Optional(Type.String()),
  avatar_url: Type.Optional(Type.String()),
  canonical_alias: Type.Optional(Type.String()),
  num_joined_members: Type.Integer(),
  world_readable: Type.Boolean(),
  guest_can_join: Type.Boolean(),
  join_rule: Type.Optional(Type.String()),
  room_type: Type.Optional(Type.String()),
  allowed_room_ids: Type.Optional(Type.Array(Type.String())),
  encryption: Type.Optional(Type.String()),
  room_version: Type.Optional(Type.String()),
  /** Only staff write here. See `docs/reference/conversations/communities.md`. */
  'app.sotto.announcement': Type.Optional(Type.Boolean()),
  /** Of a space: how many rooms it names, whether the caller may know of them or not. */
  'app.sotto.channels': Type.Optional(Type.Integer()),
};
