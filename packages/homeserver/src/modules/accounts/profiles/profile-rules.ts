import {
  BIO_FIELD,
  BIO_LENGTH_MAX,
  BUSINESS_FIELD,
  isMxcUri,
  TIME_ZONE_FIELD,
} from '@sotto/protocol';
import { refuse } from '../errors.ts';
import type { PublicProfile } from '../ports.ts';
import { findNameFault } from './name-rules.ts';

const DISPLAY_NAME_LENGTH_MAX = 256;
/** @see https://spec.matrix.org/v1.19/client-server-api/#put_matrixclientv3profileuseridkeyname */
export const PROFILE_BYTES_MAX = 65_536;
const PROFILE_KEY_BYTES_MAX = 255;

/** A person's profile as others read it. */
export type Profile = Readonly<Record<string, unknown>>;

const PROFILE_KEY = /^(?:avatar_url|displayname|[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+)$/;

/** @see https://spec.matrix.org/v1.19/appendices/#common-namespaced-identifier-grammar */
export function checkProfileKey(name: string): void {
  if (Buffer.byteLength(name) > PROFILE_KEY_BYTES_MAX) {
    throw refuse('profile_key_too_large', 'The name of this profile field is too long.');
  }
  if (!PROFILE_KEY.test(name)) {
    throw refuse('invalid_profile_key', 'This is not the name of a profile field.');
  }
}

/** What the server itself says of an account cannot be written, or taken away, by its person. */
export function checkProfileKeyIsOwn(name: string): void {
  if (name !== BUSINESS_FIELD) return;
  throw refuse('profile_field_of_server', 'Only the operator of this server can say this.');
}

/** What is wrong with a name to be shown under, as a sentence; null if nothing is. */
export function findDisplayNameFault(name: string): string | null {
  return findNameFault(name, DISPLAY_NAME_LENGTH_MAX);
}

export function checkDisplayName(name: string): void {
  const fault = findDisplayNameFault(name);
  if (fault) throw refuse('invalid_profile_field', fault);
}

/** The new display name; an empty one takes it away, as clients from before `DELETE` do. */
export function toDisplayName(value: unknown): string | null {
  if (typeof value !== 'string') throw refuse('invalid_profile_field', 'A name is a text.');
  if (value === '') return null;
  checkDisplayName(value);
  return value;
}

/** The new picture; an empty one takes it away. */
export function toAvatarUrl(value: unknown): string | null {
  if (value === '') return null;
  if (!isMxcUri(value)) throw refuse('invalid_profile_field', 'A picture is an mxc:// address.');
  return value;
}

/** A custom field as it is stored. */
export function toFieldJson(name: string, value: unknown): string {
  if (name === TIME_ZONE_FIELD && typeof value !== 'string') {
    throw refuse('invalid_profile_field', 'A time zone is a text.');
  }
  if (name === BIO_FIELD && !(typeof value === 'string' && value.length <= BIO_LENGTH_MAX)) {
    const fault = `What you say of yourself is a text of at most ${BIO_LENGTH_MAX} characters.`;
    throw refuse('invalid_profile_field', fault);
  }
  return JSON.stringify(value);
}

/** The whole profile; built from own keys only, whatever they are called. */
export function profileOf(shown: PublicProfile, fields: ReadonlyMap<string, string>): Profile {
  return Object.fromEntries<unknown>([
    ...(shown.displayName === null ? [] : [['displayname', shown.displayName] as const]),
    ...(shown.avatarUrl === null ? [] : [['avatar_url', shown.avatarUrl] as const]),
    ...[...fields].map(([name, value]) => [name, JSON.parse(value) as unknown] as const),
  ]);
}

export function checkProfileSize(shown: PublicProfile, fields: ReadonlyMap<string, string>): void {
  if (Buffer.byteLength(JSON.stringify(profileOf(shown, fields))) > PROFILE_BYTES_MAX) {
    throw refuse('profile_too_large', 'There is no room for this in the profile.');
  }
}
