import { Type, type Static } from 'typebox';

/** A filter is read on every sync, so its lists are short and its strings no longer than an id. */
const LIST_ITEMS_MAX = 500;

const typesSchema = Type.Array(Type.String({ maxLength: 255 }), { maxItems: LIST_ITEMS_MAX });
const sendersSchema = Type.Array(Type.String({ maxLength: 255, pattern: '^@' }), {
  maxItems: LIST_ITEMS_MAX,
});
const roomsSchema = Type.Array(Type.String({ maxLength: 255, pattern: '^!' }), {
  maxItems: LIST_ITEMS_MAX,
});

const eventFilterFields = {
  // NOTSPEC: the specification asks for more than 0, but clients that want no events send 0.
  // https://spec.matrix.org/v1.19/client-server-api/#filtering
  limit: Type.Optional(Type.Integer({ minimum: 0 })),
  types: Type.Optional(typesSchema),
  not_types: Type.Optional(typesSchema),
  senders: Type.Optional(sendersSchema),
  not_senders: Type.Optional(sendersSchema),
};

/** @see https://spec.matrix.org/v1.19/client-server-api/#filtering */
const eventFilterSchema = Type.Object(eventFilterFields);

/** What to include of a room's events. */
const roomEventFilterSchema = Type.Object({
  ...eventFilterFields,
  rooms: Type.Optional(roomsSchema),
  not_rooms: Type.Optional(roomsSchema),
  contains_url: Type.Optional(Type.Boolean()),
  lazy_load_members: Type.Optional(Type.Boolean()),
  include_redundant_members: Type.Optional(Type.Boolean()),
  unread_thread_notifications: Type.Optional(Type.Boolean()),
});

/** What to include in a sync. */
export const syncFilterSchema = Type.Object({
  event_fields: Type.Optional(
    Type.Array(Type.String({ maxLength: 512 }), { maxItems: LIST_ITEMS_MAX }),
  ),
  event_format: Type.Optional(
    Type.Unsafe<'client' | 'federation'>({ type: 'string', enum: ['client', 'federation'] }),
  ),
  presence: Type.Optional(eventFilterSchema),
  account_data: Type.Optional(eventFilterSchema),
  room: Type.Optional(
    Type.Object({
      rooms: Type.Optional(roomsSchema),
      not_rooms: Type.Optional(roomsSchema),
      include_leave: Type.Optional(Type.Boolean()),
      ephemeral: Type.Optional(roomEventFilterSchema),
      state: Type.Optional(roomEventFilterSchema),
      timeline: Type.Optional(roomEventFilterSchema),
      account_data: Type.Optional(roomEventFilterSchema),
    }),
  ),
});

export type SyncFilter = Static<typeof syncFilterSchema>;
