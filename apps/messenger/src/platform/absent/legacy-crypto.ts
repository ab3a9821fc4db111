/**
 * Stands in for moving keys out of the crypto that came before the present one, and with it for
 * the stores of that crypto. The SDK does so when `cryptoStore` is given; no device of Sotto ever
 * had such a store.
 */
import { absent } from './absent-part.ts';

const PART = 'the part for legacy crypto';

export const migrateFromLegacyCrypto = (): never => absent(PART);
export const migrateLegacyLocalTrustIfNeeded = (): never => absent(PART);
export const migrateRoomSettingsFromLegacyCrypto = (): never => absent(PART);
