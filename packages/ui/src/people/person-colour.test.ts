import { expect, test } from 'vitest';
import { personColour, personStep } from './person-colour.ts';

test('a person has the same colour every time', () => {
  expect(personStep('@mira:sotto.example')).toBe(personStep('@mira:sotto.example'));
  expect(personColour('@mira:sotto.example').ink).toMatch(/^var\(--sotto-person-\d+\)$/u);
});

test('similar ids spread over the whole ramp, evenly enough', () => {
  const counts = Array.from({ length: 12 }, () => 0);

  for (let person = 0; person < 1200; person += 1) {
    const step = personStep(`@person${person}:sotto.example`);
    counts[step - 1] = (counts[step - 1] ?? 0) + 1;
  }

  expect(Math.min(...counts)).toBeGreaterThan(60);
  expect(Math.max(...counts)).toBeLessThan(150);
});
