import { describe, expect, test } from 'vitest';
import {
  checkProfileKey,
  checkProfileSize,
  profileOf,
  PROFILE_BYTES_MAX,
  toAvatarUrl,
  toDisplayName,
  toFieldJson,
} from './profile-rules.ts';

const NOBODY = { displayName: null, avatarUrl: null };

describe('the name of a profile field', () => {
  test.each(['displayname', 'avatar_url', 'm.tz', 'org.example.job_title', `a.${'b'.repeat(253)}`])(
    '%s is fine',
    (name) => {
      expect(() => checkProfileKey(name)).not.toThrow();
    },
  );

  test.each([
    ['custom', 'invalid_profile_key'],
    ['Org.example', 'invalid_profile_key'],
    ['org..example', 'invalid_profile_key'],
    ['org.example.', 'invalid_profile_key'],
    ['org.1example', 'invalid_profile_key'],
    ['org.example\n', 'invalid_profile_key'],
    ['__proto__', 'invalid_profile_key'],
    ['constructor', 'invalid_profile_key'],
    [`a.${'b'.repeat(254)}`, 'profile_key_too_large'],
  ])('%s is refused: %s', (name, code) => {
    expect(() => checkProfileKey(name)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a value', () => {
  test('an empty name or picture takes it away', () => {
    expect(toDisplayName('')).toBeNull();
    expect(toAvatarUrl('')).toBeNull();
  });

  test.each([null, 7, {}, [], '\u202Egpj', ' '])('%j is no display name', (value) => {
    expect(() => toDisplayName(value)).toThrow(
      expect.objectContaining({ code: 'invalid_profile_field' }),
    );
  });

  test.each([
    null,
    7,
    'https://evil.test/x.png',
    'javascript:alert(1)',
    'mxc://sotto.test/../../etc/passwd',
    'mxc://sotto.test/',
  ])('%j is no picture', (value) => {
    expect(() => toAvatarUrl(value)).toThrow(
      expect.objectContaining({ code: 'invalid_profile_field' }),
    );
  });

  test('a time zone is a text, other fields are whatever JSON is', () => {
    expect(() => toFieldJson('m.tz', 1)).toThrow(
      expect.objectContaining({ code: 'invalid_profile_field' }),
    );
    expect(toFieldJson('m.tz', 'Europe/Berlin')).toBe('"Europe/Berlin"');
    expect(toFieldJson('org.example.x', null)).toBe('null');
  });
});

test('a bio is a text of at most 500 characters', () => {
  expect(toFieldJson('app.sotto.bio', 'x'.repeat(500))).toHaveLength(502);
  for (const value of ['x'.repeat(501), 7, null, ['x']]) {
    expect(() => toFieldJson('app.sotto.bio', value)).toThrow(
      expect.objectContaining({ code: 'invalid_profile_field' }),
    );
  }
});

describe('a profile', () => {
  test('holds only what is set', () => {
    const fields = new Map([['m.tz', '"Europe/Berlin"']]);

    expect(profileOf(NOBODY, new Map())).toEqual({});
    expect(profileOf({ displayName: 'Mira', avatarUrl: null }, fields)).toEqual({
      displayname: 'Mira',
      'm.tz': 'Europe/Berlin',
    });
  });

  test('may have 64 KiB and not a byte more', () => {
    const frame = JSON.stringify({ 'org.example.x': '' }).length;
    const fieldsOf = (bytes: number) =>
      new Map([['org.example.x', JSON.stringify('x'.repeat(bytes - frame))]]);

    expect(() => checkProfileSize(NOBODY, fieldsOf(PROFILE_BYTES_MAX))).not.toThrow();
    expect(() => checkProfileSize(NOBODY, fieldsOf(PROFILE_BYTES_MAX + 1))).toThrow(
      expect.objectContaining({ code: 'profile_too_large' }),
    );
  });
});
