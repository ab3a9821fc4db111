import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { RoomId, UserId } from '@sotto/protocol';
import { ask, matrixPath, type Json } from '../../people/book/ask.ts';
import { readServerError } from '../../session/problems.ts';
import { MUTED_PERSON, storedRules, UNTIL } from './quiet-marks.ts';

/** A rule by its kind and name. */
interface Place {
  readonly kind: 'override' | 'room' | 'underride';
  readonly name: string;
}

const KINDS = ['override', 'room', 'underride'] as const;

const pathOf = ({ kind, name }: Place): string => matrixPath('pushrules', 'global', kind, name);

async function putRule(client: MatrixClient, place: Place, conditions?: readonly Json[]) {
  const body = { actions: [], ...(conditions && { conditions }) };
  await ask(client, { method: Method.Put, path: pathOf(place), body });
  // One that is there already may have been switched off elsewhere.
  const path = `${pathOf(place)}/enabled`;
  await ask(client, { method: Method.Put, path, body: { enabled: true } });
}

/** Rules of a name, of other kinds than one. */
function othersOf(client: MatrixClient, name: string, but: Place['kind'] | null): Place[] {
  const rules = storedRules(client);
  return KINDS.filter(
    (kind) => kind !== but && rules[kind]?.some(({ rule_id: id }) => id === name) === true,
  ).map((kind) => ({ kind, name }));
}

async function removeAll(client: MatrixClient, places: readonly Place[]): Promise<void> {
  for (const place of places) {
    await ask(client, { method: Method.Delete, path: pathOf(place) }).catch((error: unknown) => {
      // NOTE: another device may have been quicker; then it is gone, as it should be.
      if (readServerError(error).httpStatus !== 404) throw error;
    });
  }
}

interface MuteWish {
  readonly forMs: number | null;
  readonly mentions: boolean;
  readonly nowMs: number;
}

/** Mutes a conversation, as `docs/reference/quiet/mute.md` says: by one rule, whatever there was before. */
export async function mute(client: MatrixClient, id: RoomId, wish: MuteWish): Promise<void> {
  const { forMs, mentions, nowMs } = wish;
  const here = { kind: 'event_match', key: 'room_id', pattern: id };
  const until = forMs === null ? [] : [{ kind: UNTIL, until_ts: nowMs + forMs }];
  const kind = mentions ? (forMs === null ? 'room' : 'underride') : 'override';
  await putRule(client, { kind, name: id }, kind === 'room' ? undefined : [here, ...until]);
  await removeAll(client, othersOf(client, id, kind));
}

export async function unmute(client: MatrixClient, id: RoomId): Promise<void> {
  await removeAll(client, othersOf(client, id, null));
}

/** Mutes or unmutes somebody in groups. */
export async function mutePerson(
  client: MatrixClient,
  userId: UserId,
  muted: boolean,
): Promise<void> {
  const place = { kind: 'underride', name: MUTED_PERSON + userId } as const;
  if (!muted) return removeAll(client, [place]);
  await putRule(client, place, [
    { kind: 'event_match', key: 'sender', pattern: userId },
    { kind: 'room_member_count', is: '>2' },
  ]);
}
