import { Type } from 'typebox';
import type { Contract } from '../../contract.ts';
import { jsonObjectSchema } from '../schemas.ts';

const eventsSchema = Type.Unsafe<{ readonly events: readonly unknown[] }>({
  type: 'object',
  properties: { events: { type: 'array' } },
  required: ['events'],
});

const deviceListsSchema = Type.Unsafe<{
  readonly changed: readonly string[];
  readonly left: readonly string[];
}>({
  type: 'object',
  properties: { changed: { type: 'array' }, left: { type: 'array' } },
  required: ['changed', 'left'],
});

/**
 * GET /_matrix/client/v3/sync
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3sync
 */
export const sync = {
  operationId: 'sync',
  method: 'GET',
  path: '/_matrix/client/v3/sync',
  access: 'user',
  limit: 'sync',
  query: Type.Object({
    filter: Type.Optional(Type.String({ maxLength: 32_768 })),
    since: Type.Optional(Type.String({ maxLength: 64 })),
    full_state: Type.Optional(Type.Boolean()),
    set_presence: Type.Optional(Type.Enum(['offline', 'online', 'unavailable'])),
    timeout: Type.Optional(Type.Integer({ minimum: 0 })),
    use_state_after: Type.Optional(Type.Boolean()),
    'org.matrix.msc4222.use_state_after': Type.Optional(Type.Boolean()),
  }),
  reply: Type.Object({
    next_batch: Type.String(),
    rooms: Type.Optional(jsonObjectSchema),
    presence: Type.Optional(eventsSchema),
    account_data: Type.Optional(eventsSchema),
    to_device: Type.Optional(eventsSchema),
    device_lists: Type.Optional(deviceListsSchema),
    device_one_time_keys_count: Type.Record(Type.String(), Type.Integer()),
    device_unused_fallback_key_types: Type.Unsafe<readonly string[]>({ type: 'array' }),
  }),
} as const satisfies Contract;
