import type { Audiences, SharedTraces } from '@sotto/client';
import { expect, test } from 'vitest';
import { audienceOf, audiencesFor, sharedWith, visibles } from './privacy-words.ts';

const all: SharedTraces = { sendReadReceipts: true, sendTyping: true, sharePresence: true };
const set: Audiences = {
  receipts: 'contacts',
  typing: 'nobody',
  presence: 'everyone',
  last_seen: 'contacts',
};

test('who sees something is what the server is told, unless my devices say nothing of it', () => {
  const of = (preferences: SharedTraces) =>
    visibles.map((visible) => audienceOf(visible, set, preferences));

  expect(of(all)).toEqual(['contacts', 'nobody', 'everyone', 'contacts']);
  expect(of({ ...all, sendReadReceipts: false, sharePresence: false })).toEqual([
    'nobody',
    'nobody',
    'nobody',
    'contacts',
  ]);
});

test('what nobody sees is shared with nobody', () => {
  expect(sharedWith(set, all)).toEqual({ ...all, sendTyping: false });
  expect(sharedWith({ ...set, typing: 'contacts' }, { ...all, sharePresence: false })).toEqual({
    ...all,
    sharePresence: false,
  });
});

test('of a minor, everyone can see what they read and type, but not that they are there', () => {
  const offered = visibles.map((visible) => audiencesFor(visible, { minor: true }).length);

  expect(offered).toEqual([3, 3, 2, 2]);
  expect(visibles.every((visible) => audiencesFor(visible, { minor: false }).length === 3)).toBe(
    true,
  );
});
