import type { Clock } from '@sotto/kit';
import {
  MESSAGE_POLICY_TYPE,
  REQUEST_MESSAGES_MAX,
  REQUESTS_LISTED_MAX,
  type ClientEvent,
  type MessagePolicy,
  type EventId,
  type ReportCategory,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { Database, Db, Txn } from '../../../storage/index.ts';
import type { InboxService } from '../../inbox/index.ts';
import type { RoomService, StoredEvent } from '../../rooms/index.ts';
import type { BlockService } from '../blocks/block-service.ts';
import { refuse } from '../errors.ts';
import type { Guard } from '../people/guard.ts';
import type { PeopleService, PersonCard } from '../people/people-service.ts';
import type { Relations } from '../people/relations.ts';
import type { SettingsService } from '../../settings/index.ts';
import { findGroupOffer, type GroupOffer, type GroupOfferDeps } from './group-offer.ts';
import { treatmentOf, UNWELCOME_POINTS } from './request-rules.ts';
import { requestStore, type Request } from './request-store.ts';

/** What waits for somebody's answer, and the answers their sender is not told of. */
export interface RequestService {
  list(viewer: Viewer): Promise<{ requests: ShownRequest[]; total: number }>;
  /** Deletes it, or blocks or reports its sender too. For them it goes on waiting. */
  answer(receiver: UserId, roomId: RoomId, answer: RequestAnswer): Promise<void>;
  /** Whether this event is of a request that waits for the receiver, or waited until they deleted it. */
  isShown(db: Db, receiver: UserId, event: StoredEvent): Promise<boolean>;
  /** Counts a report by somebody against this sender. */
  countReport(txn: Txn, sender: UserId): Promise<void>;
  /** Shows a minor what somebody asked whom they have now let in themselves. */
  reveal(txn: Txn, receiver: UserId, sender: UserId): Promise<void>;
  /** For syncs: what is left of an invitation that is not shown. */
  findUnshown(db: Db, receiver: UserId, roomId: RoomId): Promise<'never' | 'deleted' | null>;
}

export interface RequestAnswer {
  readonly block: boolean;
  /** What moderators are told, if anything. */
  readonly report: RequestReport | null;
}

/** What is wrong with a request: words, and messages with what they said. */
export interface RequestReport {
  readonly category: ReportCategory;
  readonly reason: string;
  readonly messages: readonly ReportedRequestMessage[];
}

export interface ReportedRequestMessage {
  readonly eventId: EventId;
  readonly disclosure: {
    readonly key?: string;
    readonly type: string;
    readonly content: Readonly<Record<string, unknown>>;
  } | null;
}

export interface Viewer {
  readonly userId: UserId;
  readonly deviceId: string;
}

export interface ShownRequest extends Request {
  readonly card: PersonCard;
  readonly messages: readonly ClientEvent[];
  /** Of the group one is asked into; null for a conversation of two. */
  readonly group: GroupOffer | null;
}

export interface RequestDeps extends Pick<GroupOfferDeps, 'blockBook'> {
  readonly db: Database;
  readonly clock: Clock;
  readonly inbox: Pick<InboxService, 'deliver'>;
  readonly rooms: Pick<RoomService, 'findView' | 'listPage' | 'renderWithRoomId'>;
  readonly people: Pick<PeopleService, 'findSenderCard'>;
  readonly accounts: GroupOfferDeps['people'];
  readonly blocks: BlockService;
  readonly guard: Guard;
  readonly relations: Pick<Relations, 'between'>;
  readonly settings: Pick<SettingsService, 'findGlobal'>;
  /** Tells the moderators, in the transaction that puts the request away. */
  readonly report: (
    txn: Txn,
    reporter: UserId,
    report: RequestReport & { readonly roomId: RoomId; readonly sender: UserId },
  ) => Promise<void>;
}

/** Among how many events after the invitation the messages of a request are looked for. */
const LOOKED_AT_MAX = 50;

export function createRequestService(deps: RequestDeps): RequestService {
  const { db, clock, rooms, people, guard } = deps;

  async function listMessages(request: Request, viewer: Viewer): Promise<ClientEvent[]> {
    const { roomId, receiver, sender } = request;
    const view = request.isDirect ? await rooms.findView(db.read, roomId) : null;
    const invitation = view?.get('m.room.member', receiver);
    if (!view || !invitation) return [];
    const room = { key: view.head.key, roomId };
    const page = { from: invitation.position, towards: 'newer', limit: LOOKED_AT_MAX } as const;
    const events = await rooms.listPage(db.read, room, page);
    const messages = events.filter(
      (event) =>
        event.sender === sender && event.stateKey === null && event.type !== 'm.room.redaction',
    );
    const shown = messages
      .toSorted((a, b) => a.position - b.position)
      .slice(0, REQUEST_MESSAGES_MAX);
    return rooms.renderWithRoomId(db.read, shown, viewer);
  }

  async function hold(txn: Txn, sender: UserId, points: number): Promise<void> {
    if (points > 0) await requestStore.addUnwelcome(txn, sender, { points, atMs: clock.nowMs() });
  }

  async function show(request: Request, viewer: Viewer): Promise<ShownRequest[]> {
    const card = await people.findSenderCard(db.read, viewer.userId, request.sender);
    if (!card) return [];
    const { rooms, accounts, blockBook } = deps;
    const group = request.isDirect
      ? null
      : await findGroupOffer({ rooms, people: accounts, blockBook }, db.read, request);
    return [{ ...request, card, messages: await listMessages(request, viewer), group }];
  }

  /** Tells the receiver's devices to look at the invitation again, which is then no more there. */
  async function tell(txn: Txn, receiver: UserId, roomId: RoomId): Promise<void> {
    const view = await rooms.findView(txn.db, roomId);
    const invitation = view?.get('m.room.member', receiver);
    if (!view || !invitation) return;
    const { position } = invitation;
    const entry = { kind: 'event', roomKey: view.head.key, position, notify: 0 } as const;
    await deps.inbox.deliver(txn, [{ userId: receiver, entry }]);
  }

  return {
    async list(viewer) {
      const [waiting, total] = await Promise.all([
        requestStore.listWaiting(db.read, viewer.userId, REQUESTS_LISTED_MAX),
        requestStore.countWaiting(db.read, viewer.userId),
      ]);
      const shown: ShownRequest[] = [];
      for (const request of waiting) {
        if (guard.shields(viewer.userId, request.sender)) continue;
        shown.push(...(await show(request, viewer)));
      }
      return { requests: shown, total: guard.isMinor(viewer.userId) ? shown.length : total };
    },

    async answer(receiver, roomId, answer) {
      await db.write(async (txn) => {
        const request = await requestStore.find(txn.db, { receiver, roomId });
        if (request?.state !== 'waiting') {
          throw refuse('request_not_found', 'There is no such request any more.');
        }
        const { sender } = request;
        const { block, report } = answer;
        if (report) await deps.report(txn, receiver, { ...report, roomId, sender });
        await requestStore.setState(txn, { receiver, roomId }, 'deleted');
        await hold(txn, sender, pointsOf(answer));
        if (block) await deps.blocks.block(txn, receiver, sender);
        await tell(txn, receiver, roomId);
      });
    },

    async reveal(txn, receiver, sender) {
      if (!guard.isMinor(receiver)) return;
      const request = await requestStore.findHidden(txn.db, { receiver, sender });
      if (!request || (await deps.blocks.has(txn.db, receiver, sender))) return;
      const relationship = await deps.relations.between(txn.db, receiver, sender);
      // SAFETY: it was checked when it was stored.
      const policy = ((await deps.settings.findGlobal(txn.db, receiver, MESSAGE_POLICY_TYPE)) ??
        {}) as MessagePolicy;
      const wanted = treatmentOf(policy, sender, relationship);
      if (wanted === 'ignore' || wanted === 'reject') return;
      // It was asked before they let the sender in: they answer it themselves.
      const treatment = wanted === 'accept' ? 'request' : wanted;
      await requestStore.put(txn, { ...request, treatment, state: 'waiting' });
      await tell(txn, receiver, request.roomId);
    },

    async isShown(read, receiver, { roomId, sender, stateKey }) {
      const request = await requestStore.find(read, { receiver, roomId });
      if (!request?.isDirect || request.sender !== sender || stateKey !== null) return false;
      return request.state === 'waiting' || request.state === 'deleted';
    },

    countReport: (txn, sender) => hold(txn, sender, UNWELCOME_POINTS.reported),

    async findUnshown(read, receiver, roomId) {
      const request = await requestStore.find(read, { receiver, roomId });
      if (request?.state === 'hidden') return 'never';
      // Somebody may be a minor only since it was made, or have let its sender go.
      if (request && guard.shields(receiver, request.sender)) return 'never';
      return request?.state === 'deleted' ? 'deleted' : null;
    },
  };
}

function pointsOf({ block, report }: RequestAnswer): number {
  if (report) return report.messages.length > 0 ? 0 : UNWELCOME_POINTS.reported;
  return UNWELCOME_POINTS[block ? 'blocked' : 'deleted'];
}
