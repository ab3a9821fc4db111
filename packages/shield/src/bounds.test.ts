import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLabel } from './links/punycode.ts';
import { openShield } from './open-shield.ts';
import { limits, phrases } from './rules/rules.ts';
import { tokensOf } from './text/tokens.ts';
import type { Sender } from './types.ts';

const shield = openShield({ homeDomains: ['sotto-house.example'] });
const stranger: Sender = { relation: 'new', userId: '@s:x', displayName: 'S', photo: null };
const EVENT_BYTES_MAX = 65_536;

/** Repeated to the size of the largest message there can be. */
const full = (part: string): string =>
  part.repeat(Math.ceil(EVENT_BYTES_MAX / part.length)).slice(0, EVENT_BYTES_MAX);

// Where a pattern could match in two ways, these take minutes, and the test its own limit.
describe('no message takes long', () => {
  const rulePhrases = [...phrases()].map(({ phrase }) => phrase.replace('*', 'x'));
  const parts = [
    ['a', 'a.', 'a-', '.', '[', '[a](http://', '](', 'xn--', 'https://', 'http://a.', '@', ' '],
    ['\u200d', 'a\u0301\u0302', '\ufdfa', '👩‍👩‍👧‍👦', 'ー', '验证码发给我', '%E0%A4%A'],
    ['https://paypal-paypal-paypal.top ', '1', '0x', '1.1.1.1.', "'’", ')]}', 'rn', 'vv'],
  ].flat();

  test.each(parts.map((part) => ({ part })))('of $part, over and over', ({ part }) => {
    expect(shield.checkMessage({ text: full(part), links: [] }, stranger)).toBeInstanceOf(Array);
  });

  test('of every phrase of every rule', () => {
    const text = full(rulePhrases.join(' '));

    const warnings = shield.checkMessage({ text, links: [] }, stranger);

    expect(warnings.length).toBeGreaterThan(0);
  });

  test('of ten thousand links, of which it reads so many', () => {
    const links = Array.from({ length: 10_000 }, (_, at) => ({
      shown: 'x'.repeat(2_000),
      href: at === limits.links ? 'https://bit.ly/x' : `https://p${at}.example.org/`,
    }));

    expect(shield.checkMessage({ text: '', links }, stranger)).toEqual([]);
    expect(shield.checkMessage({ text: '', links: links.slice(1) }, stranger)).toHaveLength(1);
  });
});

test('nothing anybody can write makes it throw, and it says of it what it said before', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      'https://',
      'xn--',
      '](',
      '[',
      '@',
      '.',
      'send me',
      'code',
      '验证码',
      '0x',
      '$',
    ),
    fc.webUrl(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.string(), (pieces, displayName) => {
      const text = pieces.join('');
      const sender = { ...stranger, displayName };
      const message = { text, links: [{ href: text, shown: displayName }] };

      const first = shield.checkMessage(message, sender);

      expect(shield.checkMessage(message, sender)).toEqual(first);
      for (const { evidence } of first) expect(evidence.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('words stand where they stand in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let before = 0;
      for (const { start, end } of tokensOf(text)) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      }
    }),
  );
});

test('what the browser made of another alphabet is read back', () => {
  const label = fc
    .array(fc.constantFrom(...Array.from('abcäöüßжяλд中文字한국어が')), {
      minLength: 1,
      maxLength: 15,
    })
    .map((letters) => letters.join('').normalize('NFC'));
  fc.assert(
    fc.property(label, (written) => {
      const address = `https://${written}.example/`;
      fc.pre(URL.canParse(address));
      const [inNetwork = ''] = new URL(address).hostname.split('.');

      expect(decodeLabel(inNetwork)).toBe(written);
    }),
  );
});

test.each(['xn--', 'xn--a', 'xn--99999999', 'xn---', `xn--${'9'.repeat(59)}`, 'xn--é'])(
  '%s is no Punycode, or stays what it is',
  (label) => {
    expect(typeof decodeLabel(label)).toBe('string');
  },
);
