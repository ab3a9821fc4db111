import type { Clock } from '@sotto/kit';
import {
  MESSAGE_POLICY_TYPE,
  type MessagePolicy,
  type Relationship,
  type RoomId,
  type Treatment,
  type UserId,
} from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import type { Admission, Draft, RoomGate, RoomView } from '../../rooms/index.ts';
import type { SettingsService } from '../../settings/index.ts';
import { blockStore } from '../blocks/block-store.ts';
import { refuse } from '../errors.ts';
import type { Guard } from '../people/guard.ts';
import type { PeoplePort } from '../people/ports.ts';
import type { Relations } from '../people/relations.ts';
import { listMoves, type Move } from './moves.ts';
import {
  checkMayWriteMore,
  FIRST_CONTACTS_WINDOW_MS,
  firstContactsAllowed,
  treatmentOf,
  treatmentOfMinor,
  UNWELCOME_FORGOTTEN_MS,
  UNWELCOME_POINTS,
} from './request-rules.ts';
import { requestStore, type RequestState } from './request-store.ts';

export interface GateDeps {
  readonly clock: Clock;
  readonly people: PeoplePort;
  readonly relations: Relations;
  readonly settings: Pick<SettingsService, 'findGlobal'>;
  readonly guard: Pick<Guard, 'isMinor'>;
  /** Unaccepted first contacts somebody of good standing may make within a day. */
  readonly firstContactsPerDay: number;
  /** Somebody has been invited to the room. */
  readonly onInvited: (txn: Txn, at: { roomId: RoomId; view: RoomView }) => Promise<void>;
  /** Somebody is in the room now. */
  readonly onJoined: (txn: Txn, joined: Joined) => Promise<void>;
}

export interface Joined {
  readonly roomId: RoomId;
  readonly userId: UserId;
  /** Whose request to talk they have accepted by it, themselves and not by their policy. */
  readonly acceptedFrom: UserId | null;
  readonly room: RoomView;
}

/** What becomes of one invitation. */
interface Decision {
  readonly move: Move;
  readonly treatment: Treatment;
  /** Null: they are in at once. */
  readonly state: Extract<RequestState, 'waiting' | 'hidden'> | null;
}

/** For so long, a request that was deleted hides the next ones of its sender. */
const DELETED_HIDES_MS = 30 * 86_400_000;

/**
 * Stands before every append: decides what an invitation is to the one invited, and how much may be
 * written while nobody has accepted. What it refuses, it refuses before anything is written.
 */
export function createRequestGate(deps: GateDeps): RoomGate {
  const { clock, people, relations, settings } = deps;

  async function decide(txn: Txn, move: Move): Promise<Decision> {
    const { userId: receiver, by: sender } = move;
    // They asked to be let in.
    if (move.from === 'knock') return { move, treatment: 'accept', state: null };
    const facts = await people.findFacts(txn.db, receiver);
    const relationship = await relations.between(txn.db, receiver, sender);
    if (!facts || (facts.isHidden && isStrange(relationship))) {
      throw refuse('person_unknown', 'There is no such person here.');
    }
    if (await blockStore.has(txn.db, sender, receiver)) {
      throw refuse('person_blocked', 'You have blocked this person. Unblock them first.', {
        user_id: receiver,
      });
    }
    // SAFETY: it was checked when it was stored.
    const policy = ((await settings.findGlobal(txn.db, receiver, MESSAGE_POLICY_TYPE)) ??
      {}) as MessagePolicy;
    const wanted = treatmentOf(policy, sender, relationship);
    const isMinor = deps.guard.isMinor(receiver);
    const treatment = isMinor ? treatmentOfMinor(wanted, relationship) : wanted;
    // Before the block is looked at: whoever is blocked learns what they would have learned anyway.
    if (treatment === 'reject') {
      throw refuse('first_contact_refused', 'This person does not take requests from you.', {
        user_id: receiver,
      });
    }
    if (await blockStore.has(txn.db, receiver, sender)) return { move, treatment, state: 'hidden' };
    if (treatment === 'accept') return { move, treatment, state: null };
    const isHidden = treatment === 'ignore' || (await isAskedAlready(txn, move));
    return { move, treatment, state: isHidden ? 'hidden' : 'waiting' };
  }

  /** One request at a time, and none after one that was put away. */
  async function isAskedAlready(txn: Txn, { userId: receiver, by: sender, isDirect }: Move) {
    const sinceMs = clock.nowMs() - DELETED_HIDES_MS;
    const states: RequestState[] = isDirect ? ['waiting', 'hidden', 'deleted'] : ['deleted'];
    return requestStore.hasAsked(txn.db, { receiver, sender }, { states, sinceMs });
  }

  async function checkAllowance(txn: Txn, sender: UserId, wanted: number): Promise<void> {
    // Several of one person's first contacts at once must not all be the last one allowed.
    await people.lock(txn, sender);
    const nowMs = clock.nowMs();
    const facts = await people.findFacts(txn.db, sender);
    const marks = await requestStore.listUnwelcome(txn.db, sender, nowMs - UNWELCOME_FORGOTTEN_MS);
    const allowed = firstContactsAllowed(deps.firstContactsPerDay, {
      accountAgeMs: nowMs - (facts?.createdMs ?? nowMs),
      unwelcome: marks.map(({ points, atMs }) => ({ points, ageMs: nowMs - atMs })),
      isLimited: await people.isLimited(txn.db, sender),
    });
    const sinceMs = nowMs - FIRST_CONTACTS_WINDOW_MS;
    const made = await requestStore.listUnaccepted(txn.db, sender, sinceMs, allowed);
    if (made.length + wanted <= allowed) return;
    const freesAtMs = (made[0] ?? nowMs) + FIRST_CONTACTS_WINDOW_MS;
    throw refuse(
      'first_contacts_used_up',
      'You have written to many new people today. Wait until some of them answer, or until tomorrow.',
      { retry_after_ms: freesAtMs - nowMs },
    );
  }

  async function acceptAtOnce(txn: Txn, { move: { userId } }: Decision): Promise<Draft> {
    const profile = await people.findProfile(txn.db, userId);
    const content = { membership: 'join', ...profile };
    return { type: 'm.room.member', stateKey: userId, sender: userId, content };
  }

  async function admitInvitations(txn: Txn, moves: readonly Move[]): Promise<Admission> {
    const decisions: Decision[] = [];
    for (const move of moves) decisions.push(await decide(txn, move));
    const open = decisions.filter(({ state }) => state !== null);
    const [first] = open;
    if (first) await checkAllowance(txn, first.move.by, open.length);
    const extra: Draft[] = [];
    for (const decision of decisions) {
      if (decision.state === null) extra.push(await acceptAtOnce(txn, decision));
    }
    return {
      extra,
      async onAppended(inTxn, { roomId, view }) {
        for (const { move, treatment, state } of decisions) {
          const { userId, by, isDirect } = move;
          if (state === null) {
            await deps.onJoined(inTxn, { roomId, userId, acceptedFrom: null, room: view });
          } else {
            await requestStore.put(inTxn, {
              receiver: userId,
              roomId,
              sender: by,
              isDirect,
              treatment,
              state,
              receivedMs: clock.nowMs(),
            });
          }
        }
      },
    };
  }

  /** Somebody invited joins, declines, or is no longer wanted. */
  async function settle(txn: Txn, move: Move, at: { roomId: RoomId; view: RoomView }) {
    const { userId, by, to } = move;
    const key = { receiver: userId, roomId: at.roomId };
    const request = move.from === 'invite' ? await requestStore.find(txn.db, key) : null;
    if (to === 'join') {
      if (request) await requestStore.setState(txn, key, 'accepted');
      const acceptedFrom = request?.isDirect ? request.sender : null;
      await deps.onJoined(txn, { roomId: at.roomId, userId, acceptedFrom, room: at.view });
    } else if (request) {
      await requestStore.setState(txn, key, by === userId ? 'declined' : 'withdrawn');
      if (by !== userId) return;
      const atMs = clock.nowMs();
      await requestStore.addUnwelcome(txn, request.sender, {
        points: UNWELCOME_POINTS.declined,
        atMs,
      });
    }
  }

  async function admitMessages(txn: Txn, room: RoomView, messages: number): Promise<Admission> {
    const { roomId } = room.head;
    checkMayWriteMore(await requestStore.countMessages(txn.db, roomId));
    return {
      extra: [],
      onAppended: (inTxn) => requestStore.addMessages(inTxn, roomId, messages),
    };
  }

  return {
    async admit(txn, room, drafts) {
      const messages = drafts.filter(isMessage).length;
      if (room && messages > 0) {
        return isUnanswered(room) ? admitMessages(txn, room, messages) : null;
      }
      const moves = listMoves(room, drafts);
      if (moves.length === 0) return null;
      const invitations = moves.filter(
        (move) => move.to === 'invite' && !comesByItself(move, moves),
      );
      const admission = invitations.length > 0 ? await admitInvitations(txn, invitations) : null;
      const others = moves.filter(({ to }) => to !== 'invite');
      return {
        extra: admission?.extra ?? [],
        async onAppended(inTxn, appended) {
          await admission?.onAppended?.(inTxn, appended);
          if (invitations.length > 0) await deps.onInvited(inTxn, appended);
          for (const move of others) await settle(inTxn, move, appended);
        },
      };
    },
  };
}

/** Whoever joins in the same step was not reached by anybody: they followed a link. */
function comesByItself({ userId }: Move, moves: readonly Move[]): boolean {
  return moves.some((move) => move.userId === userId && move.by === userId && move.to === 'join');
}

/** Nothing lies between them; that somebody is a business makes nobody known to it. */
function isStrange(relationship: Relationship): boolean {
  return relationship === 'stranger' || relationship === 'business';
}

/** Taking back what one wrote is always possible. */
function isMessage({ stateKey, type }: Draft): boolean {
  return stateKey === undefined && type !== 'm.room.redaction';
}

/** Its one member waits for somebody to accept. */
function isUnanswered(room: RoomView): boolean {
  return room.membersWith('join').length === 1 && room.membersWith('invite').length > 0;
}
