import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { expect, test } from 'vitest';
import { isSaidByInvitation } from './added-at-once.ts';

const AT_MS = 1_000_000;

function member(
  who: string,
  {
    to,
    from,
    atMs = AT_MS,
    more = {},
  }: { to: string; from?: string; atMs?: number; more?: object },
): MatrixEvent {
  return new MatrixEvent({
    type: 'm.room.member',
    sender: to === 'invite' ? '@mira:s.test' : `@${who}:s.test`,
    state_key: `@${who}:s.test`,
    origin_server_ts: atMs,
    content: { membership: to, ...more },
    ...(from !== undefined && { unsigned: { prev_content: { membership: from } } }),
  });
}

const chosen = { 'app.sotto.history': { share: 'none' } };
const added = (who: string, atMs = AT_MS) => member(who, { to: 'invite', more: chosen, atMs });
const joined = (who: string, atMs = AT_MS) => member(who, { to: 'join', from: 'invite', atMs });
const message = new MatrixEvent({ type: 'm.room.encrypted', origin_server_ts: AT_MS, content: {} });

test.each([
  ['was added and is in at once', [added('nora')], true],
  ['was added among others', [joined('lena'), added('nora'), added('lena')], true],
  ['asked, and was let in', [member('nora', { to: 'invite', from: 'knock' })], true],
  ['accepted later', [added('nora', AT_MS - 6_000)], false],
  ['accepted after something was said', [message, added('nora')], false],
  ['was asked, and not added', [member('nora', { to: 'invite' })], false],
  [
    'came by a link, of which the join tells',
    [member('nora', { to: 'invite', more: { ...chosen, 'app.sotto.group_link': true } })],
    false,
  ],
  ['was added before what is loaded', [], false],
  ['joined while somebody else was added', [added('lena')], false],
  ['comes after somebody left', [member('lena', { to: 'leave' }), added('nora')], false],
])('who %s', (_, earlier, isSaid) => {
  expect(isSaidByInvitation(joined('nora'), earlier)).toBe(isSaid);
});

test('who comes back without being asked is told of', () => {
  const back = member('nora', { to: 'join', from: 'leave' });

  expect(isSaidByInvitation(back, [added('nora')])).toBe(false);
});
