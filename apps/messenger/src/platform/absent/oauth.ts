/**
 * Stands in for signing in with an OAuth server. The SDK renews tokens there for a client made
 * with `oauth2ClientConfig`; Sotto's tokens come from the homeserver, and it renews them itself.
 */
import { absent, absentClass } from './absent-part.ts';

const PART = 'the part for OAuth servers';

export const OAuth2 = absentClass(PART);
export const TokenRefresher = absentClass(PART);

export const isValidAuthMetadata = (): never => absent(PART);

/** Read only once metadata turned out not to be valid. */
export const OAuth2Error = {};
