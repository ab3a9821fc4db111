import { expect, test } from 'vitest';
import type { DeviceId } from '@sotto/protocol';
import { originText, whenText } from './first-seen.ts';

const nowMs = Date.UTC(2026, 10, 22, 10, 32);

test.each([
  [nowMs, '10:32'],
  [Date.UTC(2026, 10, 22, 0, 0), '00:00'],
  [Date.UTC(2026, 10, 21, 23, 59), '21 Nov 2026, 23:59'],
  [Date.UTC(2025, 10, 22, 10, 32), '22 Nov 2025, 10:32'],
])('%i is told as %s', (ms, text) => {
  expect(whenText(ms, nowMs, 'en-GB', 'UTC')).toBe(text);
});

const kitchen = {
  name: 'Kitchen',
  client: 'Chrome on Linux',
  firstSeenMs: null,
  firstSeenAddress: '192.0.2.7',
  // SAFETY: only compared with null.
  linkedBy: 'PHONE' as DeviceId,
};

test('where a device came from is told as far as it is known, each thing once', () => {
  expect(originText(kitchen, { name: 'Phone' }, nowMs)).toBe(
    '192.0.2.7 · Chrome on Linux · linked by “\u2068Phone\u2069”',
  );
  expect(originText(kitchen, null, nowMs)).toContain('linked by another device');
  const named = { ...kitchen, name: 'Chrome on Linux', linkedBy: null, firstSeenMs: nowMs };
  expect(originText(named, null, nowMs)).toMatch(/^Since \S+.* · 192\.0\.2\.7$/u);
  expect(originText({ ...named, firstSeenMs: null, firstSeenAddress: null }, null, nowMs)).toBe('');
});
