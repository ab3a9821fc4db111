import type { Clock } from '@sotto/kit';
import { HISTORY_FIELD, type HistoryChoice, type UserId } from '@sotto/protocol';
import type { Txn } from '../../storage/index.ts';
import type {
  Admission,
  Appended,
  Draft,
  RoomGate,
  RoomService,
  RoomView,
} from '../rooms/index.ts';
import { refuse } from './errors.ts';
import {
  checkMayKnock,
  checkOwnerStays,
  checkOwnState,
  handOver,
  historyIn,
  isMessage,
  slowModeOf,
  takeRole,
} from './gate-rules.ts';
import { LEVELS_TYPE } from './roles/role-rules.ts';
import { turnStore } from './turn-store.ts';

export interface GateDeps {
  readonly clock: Clock;
  readonly rooms: Pick<RoomService, 'setFloor' | 'findPositionSince' | 'findPositionOfLast'>;
}

/** Stands before every append, so that no request is a way around a group's rules. */
export function createGroupGate({ clock, rooms }: GateDeps): RoomGate {
  async function admitMessage(txn: Txn, room: RoomView, sender: UserId): Promise<Admission | null> {
    const waitMs = slowModeOf(room, sender);
    if (waitMs === 0) return null;
    const { roomId } = room.head;
    const nowMs = clock.nowMs();
    const lastMs = await turnStore.find(txn.db, roomId, sender);
    const leftMs = lastMs === null ? 0 : lastMs + waitMs - nowMs;
    // A clock that was set back must not keep anybody waiting for longer than slow mode does.
    if (leftMs > 0 && leftMs <= waitMs) {
      throw refuse('slow_mode', 'Slow mode is on. Wait a moment before you write again.', {
        retry_after_ms: leftMs,
      });
    }
    return {
      onAppended: (inTxn) => turnStore.set(inTxn, roomId, { userId: sender, atMs: nowMs }),
    };
  }

  async function setFloor(
    txn: Txn,
    { view, events }: Appended,
    { userId, choice }: { userId: UserId; choice: HistoryChoice | null },
  ): Promise<void> {
    const invitation = events.find(
      ({ type, stateKey }) => type === 'm.room.member' && stateKey === userId,
    );
    if (!invitation) return;
    const before = { ...view.head, position: invitation.position - 1 };
    const from = async (): Promise<number> => {
      if (choice === null || choice.share === 'all') return 0;
      if (choice.share === 'none') return invitation.position;
      if (choice.share === 'last') return rooms.findPositionOfLast(txn.db, before, choice.count);
      return rooms.findPositionSince(txn.db, before, choice.since_ts);
    };
    await rooms.setFloor(txn, view.head.key, { userId, position: await from() });
  }

  function admitMember(room: RoomView, draft: Draft): Admission | null {
    const { stateKey, content } = draft;
    // SAFETY: nobody else has a membership; the authorisation rules refuse what is not a user id.
    const userId = stateKey as UserId;
    if (content['membership'] === 'knock') checkMayKnock(room, userId, clock.nowMs());
    if (content['membership'] === 'leave' || content['membership'] === 'ban') {
      const levels = handOver(room, draft) ?? takeRole(room, draft);
      return levels && { before: [levels] };
    }
    if (content['membership'] !== 'invite') {
      // Only whoever invites says what newcomers read.
      if (content[HISTORY_FIELD] !== undefined)
        throw refuse('history_invalid', 'Only an invitation says this.');
      return null;
    }
    const choice = historyIn(draft);
    return { onAppended: (txn, appended) => setFloor(txn, appended, { userId, choice }) };
  }

  async function admitOne(txn: Txn, room: RoomView, draft: Draft): Promise<Admission | null> {
    checkOwnState(draft);
    if (isMessage(draft)) return admitMessage(txn, room, draft.sender);
    if (draft.type === 'm.room.member') return admitMember(room, draft);
    if (draft.type === LEVELS_TYPE && draft.stateKey === '') checkOwnerStays(room, draft);
    return null;
  }

  return {
    async admit(txn, room, drafts) {
      if (!room) return null;
      const admissions: Admission[] = [];
      for (const draft of drafts) {
        const admission = await admitOne(txn, room, draft);
        if (admission) admissions.push(admission);
      }
      if (admissions.length === 0) return null;
      return {
        before: admissions.flatMap(({ before = [] }) => before),
        async onAppended(inTxn, appended) {
          for (const admission of admissions) await admission.onAppended?.(inTxn, appended);
        },
      };
    },
  };
}
