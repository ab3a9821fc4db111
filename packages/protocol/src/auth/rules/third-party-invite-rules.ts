import { isJsonObject, ownValue, type JsonObject, type JsonValue } from '../../json/json-value.ts';
import { signedTextOf } from '../../signing/sign-json.ts';
import type { AuthCase } from '../auth-event.ts';
import type { AuthRefusal } from '../auth-refusal.ts';
import { membershipOf } from '../membership.ts';
import type { StateEntry } from '../room-state-view.ts';

// NOTSPEC: only this many keys, and as many signatures, are tried against each other, where the rules
// set no bound; one event could otherwise demand hundreds of thousands of signature checks. A real
// invitation has two keys and one signature. https://spec.matrix.org/v1.19/rooms/v12/#authorisation-rules
const TRIED_MAX = 8;

/** Rule 5.4.1: an invitation of someone first known by, say, their e-mail address. */
export function findThirdPartyInviteRefusal(
  { event, state, evidence }: AuthCase,
  invite: JsonValue,
): AuthRefusal | null {
  const target = event.state_key ?? '';
  if (membershipOf(target, state) === 'ban') return 'target_banned';

  const signed = isJsonObject(invite) ? ownValue(invite, 'signed') : undefined;
  if (!isJsonObject(signed)) return 'third_party_invite_malformed';
  const token = ownValue(signed, 'token');
  const mxid = ownValue(signed, 'mxid');
  if (mxid === undefined || typeof token !== 'string') return 'third_party_invite_malformed';
  if (mxid !== target) return 'third_party_invite_for_another';

  const offer = state.get('m.room.third_party_invite', token);
  if (!offer) return 'third_party_invite_unknown';
  if (offer.sender !== event.sender) return 'third_party_invite_by_another';

  const text = signedTextOf(signed);
  const publicKeys = publicKeysOf(offer).slice(0, TRIED_MAX);
  const signatures = signaturesOf(signed).slice(0, TRIED_MAX);
  const isSigned = publicKeys.some((publicKey) =>
    signatures.some((signature) => evidence.verify({ text, signature, publicKey })),
  );
  return isSigned ? null : 'third_party_invite_unsigned';
}

/** The keys the invitation was made with: one in `public_key`, more in `public_keys`. */
function publicKeysOf({ content }: StateEntry): string[] {
  const listed = ownValue(content, 'public_keys');
  const entries = Array.isArray(listed) ? listed.filter(isJsonObject) : [];
  return [content, ...entries]
    .map((entry) => ownValue(entry, 'public_key'))
    .filter((key) => typeof key === 'string');
}

/** Every Ed25519 signature on the object, whoever made it. */
function signaturesOf(signed: JsonObject): string[] {
  const byServer = ownValue(signed, 'signatures');
  if (!isJsonObject(byServer)) return [];
  return Object.values(byServer)
    .filter(isJsonObject)
    .flatMap((byKey) => Object.entries(byKey))
    .filter(([keyId]) => keyId.startsWith('ed25519:'))
    .map(([, signature]) => signature)
    .filter((signature) => typeof signature === 'string');
}
