export { toUrlSafeBase64 } from './base64.ts';
export type { EventCrypto, Hasher, SignatureVerifier, SignedText, Signer } from './event-crypto.ts';
export {
  isSignedJson,
  signedTextOf,
  signJson,
  type Signatures,
  type SigningKeys,
} from './sign-json.ts';
