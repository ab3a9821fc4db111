import { Type, type Static } from 'typebox';

/** Global account data: who sees of its owner what. See `docs/reference/visibility.md`. */
export const VISIBILITY_TYPE = 'app.sotto.visibility';

/** How far one has read, that one types, that one is there, when one last was. */
export const VISIBLE_THINGS = ['receipts', 'typing', 'presence', 'last_seen'] as const;
export type VisibleThing = (typeof VISIBLE_THINGS)[number];

export const AUDIENCES = ['everyone', 'contacts', 'nobody'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** How many people, and how many rooms, each thing may make an exception for. */
export const EXCEPTIONS_MAX = 500;

const exceptionsSchema = Type.Record(Type.String(), Type.Boolean(), {
  maxProperties: EXCEPTIONS_MAX,
});

/** `people` decides before `rooms`, and `rooms` before `audience`; true is shown. */
const visibilitySchema = Type.Object(
  {
    audience: Type.Optional(Type.Unsafe<Audience>({ type: 'string', enum: [...AUDIENCES] })),
    people: Type.Optional(exceptionsSchema),
    /** For `receipts` and `typing`: the others belong to no room. */
    rooms: Type.Optional(exceptionsSchema),
  },
  { additionalProperties: false },
);
export type Visibility = Static<typeof visibilitySchema>;

export const visibilitySettingsSchema = Type.Unsafe<Partial<Record<VisibleThing, Visibility>>>({
  type: 'object',
  properties: Object.fromEntries(VISIBLE_THINGS.map((thing) => [thing, visibilitySchema])),
  additionalProperties: false,
});
export type VisibilitySettings = Static<typeof visibilitySettingsSchema>;
