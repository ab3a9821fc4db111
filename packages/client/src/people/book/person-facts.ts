import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import {
  BIO_FIELD,
  BIO_LENGTH_MAX,
  PRONOUNS_FIELD,
  PRONOUNS_LENGTH_MAX,
  TIME_ZONE_FIELD,
  type UserId,
} from '@sotto/protocol';
import type { PersonCard, ProfileDetails, Relation } from '../../types/index.ts';
import { ProblemError } from '../../session/problems.ts';
import { ask, askFor, listOf, matrixPath, numberOf, sottoPath, textOf, type Json } from './ask.ts';
import type { BookContext } from './book-context.ts';

/** What one has said of somebody, and they of one, as the server tells it. */
export function readRelation(told: Json): Relation {
  return {
    contact: told['contact'] === true,
    follows: told['follows'] === true,
    followsMe: told['follows_you'] === true,
    linkLabel: textOf(told['link_label']) || null,
  };
}

export async function findCard(client: MatrixClient, userId: UserId): Promise<PersonCard | null> {
  const card = await askFor(client, sottoPath('people', userId));
  if (!card) return null;
  return {
    ...readRelation(card),
    business: card['business'] === true,
    accountCreatedMs: numberOf(card['account_created_ts']) ?? 0,
    mutualGroups: numberOf(card['mutual_groups']) ?? 0,
    mutualContacts: numberOf(card['mutual_contacts']) ?? 0,
    nameChangedMs: numberOf(card['name_changed_ts']),
    photoChangedMs: numberOf(card['photo_changed_ts']),
    keysChangedMs: numberOf(card['keys_changed_ts']),
  };
}

/** What a profile says beside name and photo. Other clients may have written it, in any form. */
export function readDetails(profile: Json): ProfileDetails {
  const [pronouns] = listOf(profile[PRONOUNS_FIELD]);
  return {
    bio: textOf(profile[BIO_FIELD]).slice(0, BIO_LENGTH_MAX),
    pronouns: textOf(pronouns?.['summary']).slice(0, PRONOUNS_LENGTH_MAX),
    timeZone: textOf(profile[TIME_ZONE_FIELD]),
  };
}

export async function findDetails(
  { matrix, knownPeople }: Pick<BookContext, 'matrix' | 'knownPeople'>,
  userId: UserId,
): Promise<ProfileDetails | null> {
  const profile = await askFor(matrix.client, matrixPath('profile', userId));
  if (!profile) return null;
  knownPeople.note(userId, {
    displayName: textOf(profile['displayname']) || null,
    avatar: textOf(profile['avatar_url']) || null,
  });
  return readDetails(profile);
}

/** Writes what is another than before; an empty text takes its field away. */
export async function setDetails(
  { matrix, knownPeople }: Pick<BookContext, 'matrix' | 'knownPeople'>,
  details: ProfileDetails,
): Promise<void> {
  const { client, userId } = matrix;
  const [bio, pronouns, timeZone] = [details.bio, details.pronouns, details.timeZone].map((text) =>
    text.trim(),
  );
  if ((bio?.length ?? 0) > BIO_LENGTH_MAX || (pronouns?.length ?? 0) > PRONOUNS_LENGTH_MAX) {
    throw new ProblemError('too_large', 'That is longer than a profile has room for.');
  }
  const before = await findDetails({ matrix, knownPeople }, userId);
  const changes = [
    { field: BIO_FIELD, from: before?.bio, to: bio, value: bio },
    {
      field: PRONOUNS_FIELD,
      from: before?.pronouns,
      to: pronouns,
      value: [{ language: 'en', summary: pronouns }],
    },
    { field: TIME_ZONE_FIELD, from: before?.timeZone, to: timeZone, value: timeZone },
  ];
  for (const { field, from = '', to, value } of changes) {
    if (from === to) continue;
    const path = matrixPath('profile', userId, field);
    if (to === '') await ask(client, { method: Method.Delete, path });
    else await ask(client, { method: Method.Put, path, body: { [field]: value } });
  }
}
