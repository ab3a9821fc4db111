import { andThen, type Awaitable } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Db } from '../../../storage/index.ts';
import {
  isStateEvent,
  matchesFilter,
  type EventFilter,
  type RoomService,
  type StateEvent,
} from '../../rooms/index.ts';
import type { MembersSent, Recipient } from './members-sent.ts';
import { lastState, type Stretch } from './stretch.ts';

export interface StateRequest {
  readonly to: Recipient;
  readonly filter: EventFilter;
  /** The state at the end of the timeline instead of at its start. */
  readonly after: boolean;
  readonly full: boolean;
  readonly nextBatch: number;
}

/**
 * The state that goes with a timeline.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#syncing
 */
export function readState(
  deps: { readonly rooms: RoomService; readonly sent: MembersSent },
  db: Db,
  stretch: Stretch,
  request: StateRequest,
): Awaitable<readonly StateEvent[]> {
  const { filter, to, after } = request;
  // A client that wants none of it need not wait until all of it is read.
  if (filter.types?.length === 0 && !filter.lazy_load_members) return NO_STATE;
  const before = after ? stretch.upTo + 1 : stretch.start;
  const isWhole =
    (stretch.fresh || request.full) && maySeeState(deps.rooms, db, stretch, to.userId);
  return andThen(isWhole, (full) =>
    full
      ? fullState(deps.rooms, db, stretch, before).then((state) =>
          chooseState(deps.sent, stretch, request, { state, full }),
        )
      : chooseState(deps.sent, stretch, request, {
          state: lastState(stretch.events, before),
          full,
        }),
  );
}

const NO_STATE: readonly StateEvent[] = [];

/** What of it the client wants, and does not have. */
function chooseState(
  sent: MembersSent,
  stretch: Stretch,
  { filter, to, nextBatch }: StateRequest,
  { state, full }: { readonly state: readonly StateEvent[]; readonly full: boolean },
): readonly StateEvent[] {
  const wanted = state.filter((event) => matchesFilter(event, filter));
  if (!filter.lazy_load_members) return wanted;

  const rest = wanted.filter(({ type }) => type !== 'm.room.member');
  const members = full
    ? onlyNeeded(wanted, stretch, to.userId)
    : [...wanted.filter(({ type }) => type === 'm.room.member'), ...sendersOf(stretch)];
  const unique = [...new Map(members.map((event) => [event.stateKey, event])).values()];
  const unsent = sent.take(to, unique, nextBatch);
  const changed = new Set(full ? [] : wanted.map(({ eventId }) => eventId));
  const isRedundant = (event: StateEvent) => !unsent.includes(event) && !changed.has(event.eventId);
  return [
    ...rest,
    ...(filter.include_redundant_members ? unique : unique.filter((event) => !isRedundant(event))),
  ];
}

/** Whoever was only invited, or kept out, has never seen inside. */
function maySeeState(
  rooms: RoomService,
  db: Db,
  { membership, room }: Stretch,
  userId: UserId,
): Awaitable<boolean> {
  if (membership === 'join') return true;
  return rooms
    .visibilityFor(db, room, userId)
    .then(({ memberships }) => memberships.some(({ to }) => to === 'join'));
}

async function fullState(
  rooms: RoomService,
  db: Db,
  stretch: Stretch,
  before: number,
): Promise<StateEvent[]> {
  const { view, room } = stretch;
  // Nothing but messages since: the state of now is the state of then, and it is at hand.
  const isCurrent = [...view.listState()].every(({ position }) => position < before);
  if (isCurrent) return [...view.listState()];
  return (await rooms.listStateAt(db, room, before - 1)).filter(isStateEvent);
}

/** A full but lazily loaded state: one's own membership, and those the timeline mentions. */
function onlyNeeded(state: readonly StateEvent[], stretch: Stretch, userId: UserId): StateEvent[] {
  const needed = new Set<string>([userId, ...stretch.timeline.map(({ sender }) => sender)]);
  return state.filter(({ type, stateKey }) => type === 'm.room.member' && needed.has(stateKey));
}

function sendersOf({ timeline, view, start }: Stretch): StateEvent[] {
  const senders = new Set(timeline.map(({ sender }) => sender));
  return [...senders].flatMap((sender) => {
    const member = view.get('m.room.member', sender);
    // A membership inside the timeline needs no second copy.
    return member && member.position < start ? [member] : [];
  });
}
