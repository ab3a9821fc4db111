import { readLinkCode } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { systemRandom } from '../../../../random.ts';
import { drawCode, drawNumbers, stateAt } from './device-link-rules.ts';

test('codes can be read, and use every sign about as often as any other', () => {
  const codes = Array.from({ length: 2_000 }, () => drawCode(systemRandom));

  const counts = new Map<string, number>();
  for (const code of codes) {
    expect(readLinkCode(code)).toBe(code);
    for (const sign of code) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }

  // 516 expected of each; seven deviations away on either side.
  expect(counts.size).toBe(31);
  expect(Math.min(...counts.values())).toBeGreaterThan(350);
  expect(Math.max(...counts.values())).toBeLessThan(690);
});

test('the right number is one of three different ones with two digits, at any place', () => {
  const places = new Set<number>();
  for (let count = 0; count < 200; count += 1) {
    const { number, numbers } = drawNumbers(systemRandom);
    expect(new Set(numbers).size).toBe(3);
    for (const one of numbers) expect(String(one)).toMatch(/^[1-9]\d$/);
    places.add(numbers.indexOf(number));
  }

  expect(places).toEqual(new Set([0, 1, 2]));
});

test.each([
  { state: 'waiting', is: 'expired' },
  { state: 'claimed', is: 'expired' },
  { state: 'confirmed', is: 'expired' },
  { state: 'handed', is: 'handed' },
  { state: 'refused', is: 'refused' },
  { state: 'contested', is: 'contested' },
] as const)('after its time an attempt that is $state is $is', ({ state, is }) => {
  expect(stateAt({ state, expiresMs: 1_000 }, 1_000)).toBe(is);
  expect(stateAt({ state, expiresMs: 1_000 }, 999)).toBe(state);
});
