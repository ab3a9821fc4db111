import { Type, type Static } from 'typebox';

/** State, empty state key: how long a member waits between two messages. See `docs/reference/conversations/groups.md`. */
export const SLOW_MODE_TYPE = 'app.sotto.slow_mode';
/** The longest wait of slow mode, in seconds. */
export const SLOW_MODE_SECONDS_MAX = 21_600;

/** In the content of an invitation: the history its inviter chose for the newcomer. */
export const HISTORY_FIELD = 'app.sotto.history';
/** In the content of one's own membership: what one is in this group, such as "Treasurer". */
export const LABEL_FIELD = 'app.sotto.label';
/** In the content of a membership that ends: shown to those who look after the group only. */
export const SILENT_LEAVE_FIELD = 'app.sotto.silent';
/** In the content of an invitation or of a question to be let in: it came by a link of the group. */
export const GROUP_LINK_FIELD = 'app.sotto.group_link';

/** The longest label, in UTF-16 units. */
export const MEMBER_LABEL_MAX = 24;
/** How many of the last messages a newcomer can be given. */
export const HISTORY_COUNT_MAX = 1_000;

/** What a newcomer may read of what was said before: nothing, from a moment on, the last messages, everything. */
export const historyChoiceSchema = Type.Union([
  Type.Object({ share: Type.Literal('none') }, { additionalProperties: false }),
  Type.Object(
    { share: Type.Literal('since'), since_ts: Type.Integer({ minimum: 0 }) },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      share: Type.Literal('last'),
      count: Type.Integer({ minimum: 1, maximum: HISTORY_COUNT_MAX }),
    },
    { additionalProperties: false },
  ),
  Type.Object({ share: Type.Literal('all') }, { additionalProperties: false }),
]);
export type HistoryChoice = Static<typeof historyChoiceSchema>;

/** The mightiest first. Who created a room of version 12 is an owner whatever its levels say. */
export const GROUP_ROLES = ['owner', 'admin', 'moderator', 'member'] as const;
export type GroupRole = (typeof GROUP_ROLES)[number];

/** The power level of each role. An owner can end the room, which takes 150. */
export const ROLE_LEVELS: Readonly<Record<GroupRole, number>> = {
  owner: 150,
  admin: 100,
  moderator: 50,
  member: 0,
};

/** The role somebody of this level has; a creator's level is infinite. */
export function roleOfLevel(level: number): GroupRole {
  return GROUP_ROLES.find((role) => level >= ROLE_LEVELS[role]) ?? 'member';
}

/** What a group lets its members do: add people, send messages, pin messages, change name, photo and description. */
export const GROUP_PERMISSIONS = ['add', 'send', 'pin', 'change'] as const;
export type GroupPermission = (typeof GROUP_PERMISSIONS)[number];

/** The state each permission is the level of; adding people and sending have fields of their own. */
export const PERMISSION_EVENTS: Readonly<Record<'pin' | 'change', readonly string[]>> = {
  pin: ['m.room.pinned_events'],
  change: ['m.room.name', 'm.room.avatar', 'm.room.topic'],
};
