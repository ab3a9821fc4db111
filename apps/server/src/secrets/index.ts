export { settleRegistrationTokens } from './registration-tokens.ts';
export { settleSigningKey } from './signing-key.ts';
