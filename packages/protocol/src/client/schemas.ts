import { Type } from 'typebox';
import type { ClientEvent } from '../events/index.ts';
import type { DeviceId, EventId, MxcUri, RoomId, UserId } from '../ids.ts';

/** Pieces that many contracts share. Their grammar is checked by the service that uses them. */
export const userIdSchema = Type.Unsafe<UserId>({ type: 'string', maxLength: 255 });
export const roomIdSchema = Type.Unsafe<RoomId>({ type: 'string', maxLength: 255 });
export const eventIdSchema = Type.Unsafe<EventId>({ type: 'string', maxLength: 255 });
export const deviceIdSchema = Type.Unsafe<DeviceId>({ type: 'string', maxLength: 255 });
export const mxcUriSchema = Type.Unsafe<MxcUri>({ type: 'string', maxLength: 255 });

/** A JSON object whose fields the contract does not describe. */
export const jsonObjectSchema = Type.Unsafe<Record<string, unknown>>({ type: 'object' });

/** `{}`: done, nothing to say. */
export const emptyReplySchema = Type.Unsafe<Record<string, never>>({ type: 'object' });

/**
 * Proof of who is asking, for operations that want it again.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#user-interactive-authentication-api
 */
export const authDataSchema = Type.Unsafe<
  Record<string, unknown> & { type?: string; session?: string }
>({
  type: 'object',
  properties: { type: { type: 'string' }, session: { type: 'string' } },
});

/**
 * An event as replies show it.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#room-event-format
 */
export const clientEventSchema = Type.Unsafe<ClientEvent>({
  type: 'object',
  required: ['content', 'event_id', 'origin_server_ts', 'room_id', 'sender', 'type'],
});
