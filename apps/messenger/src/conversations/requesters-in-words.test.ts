import type { RequestSummary } from '@sotto/client';
import { expect, test } from 'vitest';
import { requestersInWords } from './requesters-in-words.ts';

function from(displayName: string, blurred = false): RequestSummary {
  // SAFETY: who asks, and whether they are hidden, is all that is looked at.
  return { from: { displayName, handle: '@x' }, blurred } as RequestSummary;
}

test.each([
  [[from('Mira')], 'From Mira'],
  [[from('Mira'), from('Jonas')], 'From Mira and Jonas'],
  [[from('Mira'), from('Jonas'), from('Noor')], 'From Mira, Jonas and someone'],
  [[from('Mira'), from('Jonas'), from('Noor'), from('Ada')], 'From Mira, Jonas and 2 others'],
  [[from('Mira'), from('Noor', true)], 'From Mira and someone'],
  [[from('Noor', true)], 'From someone'],
  [[from('Noor', true), from('Ada', true)], 'From 2 people'],
])('requests are told as “%s”', (requests, words) => {
  expect(requestersInWords(requests).replaceAll(/[\u2068\u2069]/g, '')).toBe(words);
});
