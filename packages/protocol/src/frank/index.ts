export {
  FRANK_FIELD,
  FRANK_KEY_BYTES,
  FRANK_VERSION,
  frankedText,
  isFrankBytes,
  readCommitment,
  readFrankKey,
  withoutFrank,
  type FrankedMessage,
} from './frank.ts';
