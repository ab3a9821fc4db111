/** Profile field: what somebody says of themselves, a text. See `docs/reference/profiles.md`. */
export const BIO_FIELD = 'app.sotto.bio';
/** The longest bio, in UTF-16 units. */
export const BIO_LENGTH_MAX = 500;

/**
 * Profile field: `true` if the operator vouches that this account belongs to a business. The server writes
 * it; nobody sets it themselves. See `docs/reference/profiles.md`.
 */
export const BUSINESS_FIELD = 'app.sotto.business';

/**
 * Profile field: `[{ "language": "en", "summary": "she/her" }]`, as other clients write it.
 *
 * @see https://github.com/matrix-org/matrix-spec-proposals/pull/4247
 */
export const PRONOUNS_FIELD = 'io.fsky.nyx.pronouns';
/** The longest summary of pronouns, in UTF-16 units. */
export const PRONOUNS_LENGTH_MAX = 40;

/**
 * Profile field: an IANA time zone.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#profiles
 */
export const TIME_ZONE_FIELD = 'm.tz';
