import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { MatrixEventEvent, type MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { RoomStateEvent, type RoomState } from 'matrix-js-sdk/lib/models/room-state.js';
import { RoomEvent, type Room } from 'matrix-js-sdk/lib/models/room.js';
import { SyncState } from 'matrix-js-sdk/lib/sync.js';
import type { RoomId } from '@sotto/protocol';
import { isSameShape } from '../conversations/same-shape.ts';
import type { Subject } from '../observable.ts';
import { createBatcher, type Batcher } from '../platform/batcher.ts';
import type { RequestSummary } from '../types/index.ts';
import {
  acceptInvitation,
  fetchRequests,
  putAway,
  type ListedRequest,
  type RequestsReply,
} from './request-answer.ts';
import type { RequestContext } from './request-context.ts';
import { fetchChannelCount } from './community-offer.ts';
import { learnNames } from './request-group.ts';
import { openMessages } from './request-messages.ts';
import { openRequestReader, type RequestDetails, type RequestReader } from './request-reader.ts';
import { fetchIdentities } from './sender-identities.ts';

function isInvited(room: Room | null): room is Room {
  return room?.getMyMembership() === 'invite';
}

/**
 * Keeps the requests that wait current, and answers them. Which invitations there are, the SDK knows,
 * also offline; what they are about, the server. It is asked whenever something about an invitation
 * changed, and with each new connection.
 */
export class RequestBook {
  readonly #context: RequestContext;
  readonly #client: MatrixClient;
  readonly #requests: Subject<readonly RequestSummary[]>;
  readonly #reader: RequestReader;
  readonly #details = new Map<string, RequestDetails>();
  /**
   * Invitations the server does not list any more. They are shown no longer, and forgotten once nothing of
   * a sync is under way: the SDK may be just about to make one of them a conversation.
   */
  readonly #over = new Set<string>();
  readonly #publishing: Batcher;
  readonly #asking: Batcher;
  readonly #stopListening: () => void;
  #isAsking = false;
  #isOutdated = false;
  #isClosed = false;

  constructor(
    context: RequestContext,
    requests: Subject<readonly RequestSummary[]>,
    reader: RequestReader,
  ) {
    const { schedule } = context.platform;
    this.#context = context;
    this.#client = context.matrix.client;
    this.#requests = requests;
    this.#reader = reader;
    this.#publishing = createBatcher(schedule, () => this.#publish());
    this.#asking = createBatcher(schedule, () => void this.#ask());
    this.#stopListening = this.#listen();
    this.#publish();
    void this.#ask();
  }

  async accept(roomId: RoomId): Promise<void> {
    const isSpace = this.#client.getRoom(roomId)?.isSpaceRoom() === true;
    const isDirect = isSpace ? false : (this.#details.get(roomId)?.listed.direct ?? null);
    await acceptInvitation(this.#client, roomId, isDirect);
  }

  async putAway(
    roomId: RoomId,
    answer: 'delete' | 'block' | 'report',
    more?: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await putAway(this.#client, roomId, answer, more);
    this.#forget(roomId);
    this.#publish();
    // There may be more than the server lists at once.
    this.#asking.request();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#publishing.cancel();
    this.#asking.cancel();
  }

  #listen(): () => void {
    const client = this.#client;
    const publish = this.#publishing.request;
    const onState = ({ roomId }: RoomState): void => {
      if (!isInvited(client.getRoom(roomId))) return;
      this.#over.delete(roomId);
      publish();
      this.#asking.request();
    };
    const onDecrypted = (event: MatrixEvent): void => {
      if (this.#details.has(event.getRoomId() ?? '')) publish();
    };
    const onSync = (state: SyncState): void => {
      if (state === SyncState.Prepared || state === SyncState.Syncing) this.#forgetOver();
    };
    const stopAsking = this.#context.online.subscribe(this.#asking.request);
    // Emitted also when all that the sync says of a room is that it is gone.
    client.on(RoomStateEvent.Update, onState);
    client.on(ClientEvent.Room, publish);
    client.on(ClientEvent.DeleteRoom, publish);
    client.on(RoomEvent.MyMembership, publish);
    client.on(MatrixEventEvent.Decrypted, onDecrypted);
    client.on(ClientEvent.Sync, onSync);
    return () => {
      stopAsking();
      client.off(RoomStateEvent.Update, onState);
      client.off(ClientEvent.Room, publish);
      client.off(ClientEvent.DeleteRoom, publish);
      client.off(RoomEvent.MyMembership, publish);
      client.off(MatrixEventEvent.Decrypted, onDecrypted);
      client.off(ClientEvent.Sync, onSync);
    };
  }

  #invitations(): readonly Room[] {
    return this.#client.getRooms().filter(isInvited);
  }

  #publish(): void {
    const next = this.#invitations()
      .filter(({ roomId }) => !this.#over.has(roomId))
      .flatMap((room) => this.#reader.read(room, this.#details.get(room.roomId) ?? null) ?? [])
      .toSorted((a, b) => b.receivedAtMs - a.receivedAtMs || (a.id < b.id ? -1 : 1));
    if (!isSameShape(this.#requests.get(), next)) this.#requests.set(next);
  }

  #isWanted(): boolean {
    return !this.#isClosed && this.#context.online.get() && this.#invitations().length > 0;
  }

  async #ask(): Promise<void> {
    this.#isOutdated = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    // What changes meanwhile is asked for once more; what failed is not.
    while (this.#isOutdated && this.#isWanted()) {
      this.#isOutdated = false;
      // NOTE: asked again with the next change or connection.
      await fetchRequests(this.#client)
        .then((reply) => this.#take(reply))
        .catch(() => undefined);
    }
    this.#isAsking = false;
  }

  async #take({ requests: listed, total }: RequestsReply): Promise<void> {
    const strangers = this.#strangersIn(listed);
    // NOTE: what stays closed is tried again with the next change or connection.
    if (strangers.length > 0) {
      await fetchIdentities(this.#context.matrix, strangers).catch(() => undefined);
    }
    await learnNames(
      this.#context,
      listed.flatMap(({ group }) => group?.known_members ?? []),
    );
    const counts = new Map(
      await Promise.all(
        listed.map(async (one) => [one.room_id, await this.#countOf(one)] as const),
      ),
    );
    if (this.#isClosed) return;
    for (const request of listed) {
      this.#over.delete(request.room_id);
      const known = this.#details.get(request.room_id);
      const events = openMessages(this.#client, request.messages, known?.events ?? []);
      const channelCount = counts.get(request.room_id) ?? known?.channelCount ?? null;
      this.#details.set(request.room_id, { listed: request, events, channelCount });
    }
    if (total === listed.length && !this.#isOutdated) this.#endOthers(listed);
    this.#publishing.request();
  }

  /** Of a community, how many channels it has now; null for anything else, and where nobody tells. */
  async #countOf({ room_id: roomId }: ListedRequest): Promise<number | null> {
    if (this.#client.getRoom(roomId)?.isSpaceRoom() !== true) return null;
    // NOTE: asked again with the next change or connection; the rest is shown without it.
    return fetchChannelCount(this.#context.matrix, roomId).catch(() => null);
  }

  /** Who wrote something that cannot be opened without knowing them. */
  #strangersIn(listed: readonly ListedRequest[]): readonly string[] {
    const isClosedStill = ({ room_id: roomId, messages }: ListedRequest): boolean => {
      const events = this.#details.get(roomId)?.events ?? [];
      return messages.length > events.filter((event) => !event.isDecryptionFailure()).length;
    };
    return listed.filter(isClosedStill).map(({ sender }) => sender);
  }

  #endOthers(listed: readonly ListedRequest[]): void {
    const waiting = new Set<string>(listed.map((request) => request.room_id));
    for (const { roomId } of this.#invitations()) {
      if (!waiting.has(roomId)) this.#over.add(roomId);
    }
  }

  #forgetOver(): void {
    for (const roomId of this.#over) {
      if (isInvited(this.#client.getRoom(roomId))) this.#forget(roomId);
    }
    this.#over.clear();
  }

  /**
   * A request that was put away ends without an event, so the SDK would go on taking its room for one
   * I am invited to.
   */
  #forget(roomId: string): void {
    this.#details.delete(roomId);
    this.#client.store.removeRoom(roomId);
    this.#client.emit(ClientEvent.DeleteRoom, roomId);
  }
}

export async function openRequestBook(
  context: RequestContext,
  requests: Subject<readonly RequestSummary[]>,
): Promise<RequestBook> {
  return new RequestBook(context, requests, await openRequestReader(context));
}
