import { BIO_FIELD, PRONOUNS_FIELD, TIME_ZONE_FIELD } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { readDetails } from './person-facts.ts';

const NOTHING = { bio: '', pronouns: '', timeZone: '' };

test.each([
  ['nothing', {}, NOTHING],
  [
    'the first pronouns of several',
    { [PRONOUNS_FIELD]: [{ language: 'de', summary: 'sie/ihr' }, { summary: 'she/her' }] },
    { ...NOTHING, pronouns: 'sie/ihr' },
  ],
  ['pronouns that are no list', { [PRONOUNS_FIELD]: 'they/them' }, NOTHING],
  ['fields that are no text', { [BIO_FIELD]: 7, [TIME_ZONE_FIELD]: null }, NOTHING],
  [
    'longer texts than there is room for',
    { [BIO_FIELD]: 'x'.repeat(501), [PRONOUNS_FIELD]: [{ summary: 'y'.repeat(41) }] },
    { ...NOTHING, bio: 'x'.repeat(500), pronouns: 'y'.repeat(40) },
  ],
])('a profile with %s is read as far as it can be', (_case, profile, details) => {
  expect(readDetails(profile)).toEqual(details);
});
