import type { JsonObject, PushRuleset, RoomId, UserId } from '@sotto/protocol';
import type { Database, Db, Txn } from '../../storage/index.ts';
import type { InboxService } from '../inbox/index.ts';
import type { RoomService } from '../rooms/index.ts';
import { accountDataStore, type AccountData, type AccountDataScope } from './account-data-store.ts';
import { refuse } from './errors.ts';
import {
  checkOwner,
  checkRoomId,
  checkWritable,
  GLOBAL_TYPES_MAX,
  ROOM_TYPES_MAX,
} from './rules.ts';

export interface AccountDataDeps {
  readonly db: Database;
  readonly inbox: InboxService;
  readonly rooms: Pick<RoomService, 'findKey' | 'isJoined'>;
  /** A person's push rules, which are kept elsewhere and read as account data too. */
  readonly pushRulesOf: (userId: UserId) => PushRuleset;
  /** What a type means to another module: told in the transaction that keeps it, and may refuse. */
  readonly meanings: Readonly<
    Record<string, (txn: Txn, owner: UserId, content: Content) => Promise<void>>
  >;
}

/** A type of a person's account data, asked for by `caller`. */
export interface AccountDataPlace {
  readonly caller: UserId;
  readonly owner: UserId;
  /** Null for what belongs to no room. */
  readonly roomId: RoomId | null;
  readonly type: string;
}

/** What is kept under a type: any object. */
export type Content = Readonly<Record<string, unknown>>;

export interface AccountDataService {
  /** Keeps what a client wrote, and tells the owner's devices. */
  set(place: AccountDataPlace, content: Content): Promise<void>;
  get(place: AccountDataPlace): Promise<JsonObject>;

  /** For other modules: writes any type, without the limits of clients, and delivers. */
  write(txn: Txn, scope: AccountDataScope, data: { type: string; content: Content }): Promise<void>;
  findGlobal(db: Db, userId: UserId, type: string): Promise<JsonObject | null>;
  /** All that belongs to no room, or what there is of these types. Push rules are one of them. */
  listGlobal(db: Db, userId: UserId, types: readonly string[] | null): Promise<AccountData[]>;
  listRoom(
    db: Db,
    userId: UserId,
    room: { readonly roomId: RoomId; readonly types: readonly string[] | null },
  ): Promise<AccountData[]>;
}

const PUSH_RULES = 'm.push_rules';

export function createAccountDataService(deps: AccountDataDeps): AccountDataService {
  const { db, inbox, rooms } = deps;

  async function put(txn: Txn, scope: AccountDataScope, data: { type: string; content: string }) {
    await accountDataStore.put(txn, scope, data);
    const entry = { kind: 'account_data', roomKey: scope.roomKey, subject: data.type } as const;
    await inbox.deliver(txn, [{ userId: scope.userId, entry }]);
  }

  /** A stranger to a room learns the same of one that exists and of one that does not. */
  async function scopeForWriting(txn: Txn, place: AccountDataPlace): Promise<AccountDataScope> {
    const { owner: userId, roomId } = place;
    if (roomId === null) return { userId, roomKey: null };
    const roomKey = await rooms.findKey(txn.db, roomId);
    if (roomKey === null || !(await rooms.isJoined(txn.db, roomId, userId))) {
      throw refuse('account_data_room_forbidden', 'You are not in this room.');
    }
    return { userId, roomKey };
  }

  async function checkSpace(txn: Txn, scope: AccountDataScope, type: string): Promise<void> {
    if (await accountDataStore.has(txn.db, scope, type)) return;
    const typesMax = scope.roomKey === null ? GLOBAL_TYPES_MAX : ROOM_TYPES_MAX;
    if ((await accountDataStore.countTypes(txn.db, scope)) < typesMax) return;
    throw refuse('too_many_account_data_types', 'There are too many kinds of settings here.');
  }

  async function findFor({ owner, roomId, type }: AccountDataPlace): Promise<JsonObject | null> {
    if (roomId === null) return findGlobal(db.read, owner, type);
    const roomKey = await rooms.findKey(db.read, roomId);
    if (roomKey === null) return null;
    return accountDataStore.find(db.read, { userId: owner, roomKey }, type);
  }

  function pushRulesOf(userId: UserId): JsonObject {
    // SAFETY: rules are plain JSON; their type merely lacks an index signature.
    return { global: deps.pushRulesOf(userId) as unknown as JsonObject };
  }

  async function findGlobal(read: Db, userId: UserId, type: string): Promise<JsonObject | null> {
    if (type === PUSH_RULES) return pushRulesOf(userId);
    return accountDataStore.find(read, { userId, roomKey: null }, type);
  }

  return {
    async set(place, content) {
      checkPlace(place);
      const data = { type: place.type, content: JSON.stringify(content) };
      checkWritable(data);
      await db.write(async (txn) => {
        const scope = await scopeForWriting(txn, place);
        await checkSpace(txn, scope, place.type);
        if (place.roomId === null && Object.hasOwn(deps.meanings, place.type)) {
          await deps.meanings[place.type]?.(txn, scope.userId, content);
        }
        await put(txn, scope, data);
      });
    },

    async get(place) {
      checkPlace(place);
      const found = await findFor(place);
      if (found) return found;
      throw refuse('account_data_not_found', 'There is nothing under this name.');
    },

    write: (txn, scope, { type, content }) =>
      put(txn, scope, { type, content: JSON.stringify(content) }),
    findGlobal,

    async listGlobal(read, userId, types) {
      const found = await accountDataStore.list(read, { userId, roomKey: null }, types);
      const wantsRules = types === null || types.includes(PUSH_RULES);
      return wantsRules ? [...found, { type: PUSH_RULES, content: pushRulesOf(userId) }] : found;
    },

    async listRoom(read, userId, { roomId, types }) {
      const roomKey = await rooms.findKey(read, roomId);
      return roomKey === null ? [] : accountDataStore.list(read, { userId, roomKey }, types);
    },
  };
}

function checkPlace({ caller, owner, roomId }: AccountDataPlace): void {
  checkOwner(caller, owner);
  if (roomId !== null) checkRoomId(roomId);
}
