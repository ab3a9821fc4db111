import { invariant } from '@sotto/kit';
import type { EventId, Membership, RoomId, RoomStateView, UserId } from '@sotto/protocol';
import type { RoomKey } from '../../inbox/index.ts';
import { isStateEvent, type StateEvent, type StoredEvent } from './stored-event.ts';

/** The end of a room's log. */
export interface RoomHead {
  readonly key: RoomKey;
  readonly roomId: RoomId;
  readonly version: string;
  readonly position: number;
  readonly eventId: EventId;
  readonly depth: number;
}

/**
 * A room at one moment: the head of its log and its current state. Never changes; `after` gives the
 * next moment, sharing what did not change.
 */
export class RoomView implements RoomStateView {
  readonly head: RoomHead;
  /** Characters of all its state as JSON. */
  readonly stateLength: number;
  readonly #state: ReadonlyMap<string, StateEvent>;
  #membersBy: Map<string, readonly UserId[]> | null = null;

  constructor(head: RoomHead, state: ReadonlyMap<string, StateEvent>, stateLength: number) {
    this.head = head;
    this.#state = state;
    this.stateLength = stateLength;
  }

  static of(head: RoomHead, events: Iterable<StateEvent>): RoomView {
    const state = new Map<string, StateEvent>();
    for (const event of events) state.set(stateIdOf(event.type, event.stateKey), event);
    const lengths = Array.from(state.values(), ({ length }) => length);
    return new RoomView(
      head,
      state,
      lengths.reduce((sum, length) => sum + length, 0),
    );
  }

  get(type: string, stateKey: string): StateEvent | undefined {
    return this.#state.get(stateIdOf(type, stateKey));
  }

  listState(): Iterable<StateEvent> {
    return this.#state.values();
  }

  get stateCount(): number {
    return this.#state.size;
  }

  membershipOf(userId: UserId): Membership | null {
    const membership = this.get('m.room.member', userId)?.content['membership'];
    return typeof membership === 'string' ? (membership as Membership) : null;
  }

  /** Everyone with this membership, in the order of their first event here. */
  membersWith(membership: Membership): readonly UserId[] {
    this.#membersBy ??= this.#groupMembers();
    return this.#membersBy.get(membership) ?? [];
  }

  isEncrypted(): boolean {
    return this.get('m.room.encryption', '') !== undefined;
  }

  /** The room once `event` has been appended. */
  after(event: StoredEvent): RoomView {
    invariant(event.position === this.head.position + 1, 'positions of a room have no gaps');
    const head: RoomHead = {
      ...this.head,
      position: event.position,
      eventId: event.eventId,
      depth: event.depth,
    };
    if (!isStateEvent(event)) {
      const next = new RoomView(head, this.#state, this.stateLength);
      next.#membersBy = this.#membersBy;
      return next;
    }
    const state = new Map(this.#state);
    state.set(stateIdOf(event.type, event.stateKey), event);
    const replaced = this.get(event.type, event.stateKey)?.length ?? 0;
    return new RoomView(head, state, this.stateLength + event.length - replaced);
  }

  #groupMembers(): Map<string, UserId[]> {
    const groups = new Map<string, UserId[]>();
    for (const event of this.#state.values()) {
      if (event.type !== 'm.room.member') continue;
      // SAFETY: nor any but known memberships as their content.
      const membership = event.content['membership'] as Membership;
      const group = groups.get(membership) ?? [];
      // SAFETY: the authorisation rules admit only user ids as state keys of memberships.
      group.push(event.stateKey as UserId);
      groups.set(membership, group);
    }
    return groups;
  }
}

/** A type cannot hold a NUL, so this never confuses two pairs. */
function stateIdOf(type: string, stateKey: string): string {
  return `${type}\0${stateKey}`;
}
