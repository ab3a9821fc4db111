import { expect, test } from 'vitest';
import { narrowBundle } from './narrow-bundle.ts';

const bundle = {
  room_keys: [
    { session_id: 'a', session_key: '1' },
    { session_id: 'b', session_key: '2' },
    { session_key: 'of nothing' },
  ],
  withheld: [{ session_id: 'c' }, { session_id: 'a' }],
  later: 'kept',
};
const plain = new TextEncoder().encode(JSON.stringify(bundle));

function narrowedTo(...sessionIds: readonly string[]): unknown {
  const narrowed = narrowBundle(plain, new Set(sessionIds));
  return narrowed && JSON.parse(new TextDecoder().decode(narrowed));
}

test('only the wanted sessions are in it, with whatever else the bundle says', () => {
  expect(narrowedTo('a')).toEqual({
    room_keys: [{ session_id: 'a', session_key: '1' }],
    withheld: [{ session_id: 'a' }],
    later: 'kept',
  });
});

test('that a session was withheld is handed on as well', () => {
  expect(narrowedTo('c')).toEqual({
    room_keys: [],
    withheld: [{ session_id: 'c' }],
    later: 'kept',
  });
});

test('with nothing to share there is no bundle', () => {
  expect(narrowedTo('z')).toBeNull();
  expect(narrowedTo()).toBeNull();
});
