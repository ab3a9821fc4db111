import { Type } from 'typebox';
import { userIdSchema } from '../schemas.ts';

/** What lies between the caller and one other person, as the caller may know it. */
export const relationSchema = Type.Object({
  /** The caller has taken them up among their contacts. They are not told. */
  contact: Type.Boolean(),
  /** The caller follows them. They may see it. */
  follows: Type.Boolean(),
  /** They follow the caller. */
  follows_you: Type.Boolean(),
  /** The label of the caller's contact link through which they first wrote. */
  link_label: Type.Optional(Type.String()),
});

/**
 * What helps to tell somebody one knows from somebody who pretends: nothing of it is theirs to choose.
 * Times are milliseconds since 1970; the account's is that of the beginning of its day (UTC).
 */
export const personCardSchema = Type.Object({
  user_id: userIdSchema,
  ...relationSchema.properties,
  /** The operator vouches that the account belongs to a business. */
  business: Type.Boolean(),
  account_created_ts: Type.Integer(),
  /** Conversations of three or more that both are in. */
  mutual_groups: Type.Integer(),
  /** The caller's contacts who have them among theirs as well. */
  mutual_contacts: Type.Integer(),
  /** When the display name, the picture, the identity last changed; absent if never. */
  name_changed_ts: Type.Optional(Type.Integer()),
  photo_changed_ts: Type.Optional(Type.Integer()),
  keys_changed_ts: Type.Optional(Type.Integer()),
});
