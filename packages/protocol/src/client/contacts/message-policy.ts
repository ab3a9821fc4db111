import { Type, type Static } from 'typebox';

/** Global account data: who may reach its owner, and how. See `docs/reference/requests.md`. */
export const MESSAGE_POLICY_TYPE = 'app.sotto.message_policy';

/**
 * What may lie between two people, the closest first. Somebody is treated by the closest that holds:
 * one's contact, somebody one follows who follows back, somebody one follows, somebody in a group with
 * one, in a community with one, a business that is nothing of this, anybody else.
 */
export const RELATIONSHIPS = [
  'contact',
  'mutual_follow',
  'followed',
  'mutual_group',
  'same_community',
  'business',
  'stranger',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/**
 * What becomes of a first message: it arrives at once, as a request, as a request that is shown only when
 * asked to, nowhere and without a word, or is refused so that its sender knows.
 */
export const TREATMENTS = ['accept', 'request', 'blur', 'ignore', 'reject'] as const;
export type Treatment = (typeof TREATMENTS)[number];

export const POLICY_DEFAULTS: Readonly<Record<Relationship, Treatment>> = {
  contact: 'accept',
  mutual_follow: 'accept',
  followed: 'request',
  mutual_group: 'request',
  same_community: 'request',
  business: 'request',
  stranger: 'request',
};

/** How many people a policy may name. */
export const POLICY_PEOPLE_MAX = 1_000;

const treatmentSchema = Type.Unsafe<Treatment>({ type: 'string', enum: [...TREATMENTS] });

/**
 * `rules` says it for each relationship, the default where it says nothing; `people` for single persons,
 * before any rule. Whom one has blocked is no matter of policy.
 */
export const messagePolicySchema = Type.Object(
  {
    rules: Type.Optional(
      Type.Unsafe<Partial<Record<Relationship, Treatment>>>({
        type: 'object',
        properties: Object.fromEntries(RELATIONSHIPS.map((name) => [name, treatmentSchema])),
        additionalProperties: false,
      }),
    ),
    people: Type.Optional(
      Type.Record(Type.String(), treatmentSchema, { maxProperties: POLICY_PEOPLE_MAX }),
    ),
  },
  { additionalProperties: false },
);
export type MessagePolicy = Static<typeof messagePolicySchema>;

/** Global account data: who finds its owner by searching. See `docs/reference/contacts.md`. */
export const DISCOVERABILITY_TYPE = 'app.sotto.discoverability';

/** By any part of the name; by the whole username only; not at all. */
export const DISCOVERABILITIES = ['listed', 'exact', 'hidden'] as const;
export type Discoverability = (typeof DISCOVERABILITIES)[number];

export const discoverabilitySchema = Type.Object(
  { mode: Type.Unsafe<Discoverability>({ type: 'string', enum: [...DISCOVERABILITIES] }) },
  { additionalProperties: false },
);

/** Global account data the server writes whenever the owner's contacts change. */
export const CONTACTS_TYPE = 'app.sotto.contacts';
/** Global account data: whom its owner has blocked. */
export const BLOCKED_TYPE = 'm.ignored_user_list';
