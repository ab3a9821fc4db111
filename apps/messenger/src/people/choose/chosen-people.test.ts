import { expect, test } from 'vitest';
import type { Person } from '@sotto/client';
import { isChosen, toggled } from './chosen-people.ts';

function person(name: string): Person {
  // SAFETY: choosing only compares user ids.
  const userId = `@${name}:sotto.example` as Person['userId'];
  return { userId, handle: `@${name}`, displayName: name, avatar: null };
}

test('a second choice of the same person takes them out again', () => {
  const mira = person('mira');
  const jonas = person('jonas');

  const both = toggled(toggled([], mira, 10), jonas, 10);

  expect(both).toEqual([mira, jonas]);
  expect(toggled(both, { ...mira }, 10)).toEqual([jonas]);
  expect(isChosen(both, { ...mira })).toBe(true);
  expect(isChosen([jonas], mira)).toBe(false);
});

test('the tenth is taken, the eleventh is not, and a full choice can still be undone', () => {
  const ten = Array.from({ length: 10 }, (_, index) => person(`p${index}`));
  const [first, ...rest] = ten;
  const none: readonly Person[] = [];

  expect(ten.reduce((chosen, one) => toggled(chosen, one, 10), none)).toHaveLength(10);
  expect(toggled(ten, person('eleventh'), 10)).toBe(ten);
  expect(first === undefined ? null : toggled(ten, first, 10)).toEqual(rest);
});
