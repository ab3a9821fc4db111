import { RELATIONSHIPS, TREATMENTS } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { relationships, treatments } from './reach-words.ts';

test('there is a rule for everything that may lie between two people, in the order that decides', () => {
  expect(relationships.map(({ key }) => key)).toEqual(RELATIONSHIPS);
});

test('everything that can become of a first message can be chosen', () => {
  expect(treatments.map(({ value }) => value)).toEqual(TREATMENTS);
});
