import type { RoomId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { pageTitle, placeAbove, placeOf } from './page-title.ts';

// SAFETY: an id is only compared here.
const id = '!abc' as RoomId;

test.each([
  { place: null, unread: 0, title: 'Sotto' },
  { place: 'Mira', unread: 0, title: 'Mira – Sotto' },
  { place: null, unread: 3, title: '(3) Sotto' },
  { place: 'Mira', unread: 99, title: '(99) Mira – Sotto' },
  { place: 'Mira', unread: 100, title: '(99+) Mira – Sotto' },
])('$unread unread at $place makes “$title”', ({ place, unread, title }) => {
  expect(pageTitle(place, unread)).toBe(title);
});

test.each([
  { path: '/', place: null, above: null },
  { path: '/c/!abc', place: 'Mira', above: '/' },
  { path: '/c/%21abc', place: 'Mira', above: '/' },
  { path: '/c/!gone', place: null, above: '/' },
  { path: '/requests', place: 'Requests', above: '/' },
  { path: '/requests/!abc', place: 'Requests', above: '/requests' },
  { path: '/s/!abc', place: 'Mira', above: '/' },
  { path: '/s/!abc/people', place: 'Mira', above: '/s/!abc' },
  { path: '/communities/new', place: 'New community', above: '/' },
  { path: '/new', place: 'New message', above: '/' },
  { path: '/settings/devices', place: 'Settings', above: '/' },
])('$path is “$place”, below $above', ({ path, place, above }) => {
  expect(placeOf(path, [{ id, title: 'Mira' }])).toBe(place);
  expect(placeAbove(path)).toBe(above);
});
