import { BoundedMap, type Awaitable } from '@sotto/kit';
import type { EventId, Membership, RoomId, UserId } from '@sotto/protocol';
import { sql } from 'kysely';
import { LostRaceError, prepare, type Db, type Txn } from '../../../storage/index.ts';
import type { RoomKey } from '../../inbox/index.ts';
import type { RoomHead } from './room-view.ts';

export interface MemberRow {
  readonly userId: UserId;
  readonly roomKey: RoomKey;
  readonly membership: Membership;
  readonly position: number;
}

export interface StatePointer {
  readonly roomKey: RoomKey;
  readonly type: string;
  readonly stateKey: string;
  readonly position: number;
}

/** A room somebody has a membership in. */
export interface RoomOfUser {
  readonly roomKey: RoomKey;
  readonly roomId: RoomId;
  readonly membership: Membership;
  readonly position: number;
  readonly forgotten: boolean;
}

const KEYS_REMEMBERED_MAX = 200_000;
const SHARERS_MAX = 20_000;

const moveHeads = prepare((db, moves: readonly (RoomHead & { readonly from: number })[]) => {
  const values = moves.map(
    ({ key, from, position, eventId, depth }) =>
      sql`(cast(${key} as bigint), cast(${from} as bigint), cast(${position} as bigint), cast(${eventId} as text), cast(${depth} as bigint))`,
  );
  return sql`
    update room set head = moved.column3, head_event_id = moved.column4, depth = moved.column5
    from (values ${sql.join(values)}) as moved
    where room.key = moved.column1 and room.head = moved.column2`.compile(db);
});

/** Sole owner of `room`, `room_state` and `room_member`. */
export class RoomStore {
  readonly #keys = new BoundedMap<RoomId, RoomKey>(KEYS_REMEMBERED_MAX);
  readonly #ids = new BoundedMap<RoomKey, RoomId>(KEYS_REMEMBERED_MAX);

  async create(txn: Txn, room: { roomId: RoomId; version: string }): Promise<RoomKey> {
    const { key } = await txn.db
      .insertInto('room')
      .values({ room_id: room.roomId, version: room.version, head: 0, head_event_id: '', depth: 0 })
      .returning('key')
      .executeTakeFirstOrThrow();
    return key as RoomKey;
  }

  /** Takes back a room that got no events. */
  async discard(txn: Txn, key: RoomKey): Promise<void> {
    await txn.db.deleteFrom('room').where('key', '=', key).execute();
  }

  /** Moves the heads on, all or none: another writer that was quicker makes this a lost race. */
  async moveHeads(txn: Txn, moves: readonly { from: number; to: RoomHead }[]): Promise<void> {
    const rows = moves.map(({ from, to }) => ({ ...to, from }));
    const { affected } = await moveHeads(txn.db, rows);
    if (affected !== moves.length) throw new LostRaceError();
  }

  async findHead(db: Db, roomId: RoomId): Promise<RoomHead | null> {
    const row = await db
      .selectFrom('room')
      .selectAll()
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    if (!row) return null;
    return {
      key: row.key as RoomKey,
      roomId,
      version: row.version,
      position: row.head,
      eventId: row.head_event_id as EventId,
      depth: row.depth,
    };
  }

  async findKey(db: Db, roomId: RoomId): Promise<RoomKey | null> {
    const known = this.#keys.get(roomId);
    if (known !== undefined) return known;
    const row = await db
      .selectFrom('room')
      .select('key')
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    if (!row) return null;
    this.#keys.set(roomId, row.key as RoomKey);
    return row.key as RoomKey;
  }

  getId(db: Db, key: RoomKey): Awaitable<RoomId> {
    return this.#ids.get(key) ?? this.#readId(db, key);
  }

  async #readId(db: Db, key: RoomKey): Promise<RoomId> {
    const row = await db
      .selectFrom('room')
      .select('room_id')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    this.#ids.set(key, row.room_id as RoomId);
    return row.room_id as RoomId;
  }

  async setState(txn: Txn, pointers: readonly StatePointer[]): Promise<void> {
    for (const { roomKey, type, stateKey, position } of pointers) {
      await txn.db
        .insertInto('room_state')
        .values({ room_key: roomKey, type, state_key: stateKey, position })
        .onConflict((conflict) =>
          conflict.columns(['room_key', 'type', 'state_key']).doUpdateSet({ position }),
        )
        .execute();
    }
  }

  async listStatePositions(db: Db, roomKey: RoomKey): Promise<number[]> {
    const rows = await db
      .selectFrom('room_state')
      .select('position')
      .where('room_key', '=', roomKey)
      .orderBy('position')
      .execute();
    return rows.map((row) => row.position);
  }

  async setMembers(txn: Txn, members: readonly MemberRow[]): Promise<void> {
    for (const { userId, roomKey, membership, position } of members) {
      await txn.db
        .insertInto('room_member')
        .values({ user_id: userId, room_key: roomKey, membership, position, forgotten: 0 })
        .onConflict((conflict) =>
          conflict
            .columns(['user_id', 'room_key'])
            .doUpdateSet({ membership, position, forgotten: 0 }),
        )
        .execute();
    }
  }

  async forget(txn: Txn, userId: UserId, roomKey: RoomKey): Promise<void> {
    await txn.db
      .updateTable('room_member')
      .set({ forgotten: 1 })
      .where('user_id', '=', userId)
      .where('room_key', '=', roomKey)
      .execute();
  }

  async listRoomsOf(db: Db, userId: UserId): Promise<RoomOfUser[]> {
    const rows = await db
      .selectFrom('room_member')
      .innerJoin('room', 'room.key', 'room_member.room_key')
      .select(['room_member.room_key', 'room.room_id', 'membership', 'position', 'forgotten'])
      .where('user_id', '=', userId)
      .execute();
    return rows.map((row) => ({
      roomKey: row.room_key as RoomKey,
      roomId: row.room_id as RoomId,
      membership: row.membership as Membership,
      position: row.position,
      forgotten: row.forgotten === 1,
    }));
  }

  /** People who share an encrypted room with this one: joined or invited there, both of them. */
  async listSharers(db: Db, userId: UserId): Promise<UserId[]> {
    const rows = await db
      .selectFrom('room_member as mine')
      .innerJoin('room_state as encryption', (join) =>
        join
          .onRef('encryption.room_key', '=', 'mine.room_key')
          .on('encryption.type', '=', 'm.room.encryption')
          .on('encryption.state_key', '=', ''),
      )
      .innerJoin('room_member as theirs', 'theirs.room_key', 'mine.room_key')
      .select('theirs.user_id')
      .distinct()
      .where('mine.user_id', '=', userId)
      .where('mine.membership', 'in', ['join', 'invite'])
      .where('theirs.membership', 'in', ['join', 'invite'])
      .where('theirs.user_id', '!=', userId)
      .limit(SHARERS_MAX)
      .execute();
    return rows.map((row) => row.user_id as UserId);
  }

  /** Rooms that both are joined to. */
  async listShared(db: Db, one: UserId, other: UserId, limit: number): Promise<RoomId[]> {
    const rows = await db
      .selectFrom('room_member as mine')
      .innerJoin('room_member as theirs', 'theirs.room_key', 'mine.room_key')
      .innerJoin('room', 'room.key', 'mine.room_key')
      .select('room.room_id')
      .where('mine.user_id', '=', one)
      .where('mine.membership', '=', 'join')
      .where('theirs.user_id', '=', other)
      .where('theirs.membership', '=', 'join')
      .limit(limit)
      .execute();
    return rows.map((row) => row.room_id as RoomId);
  }

  /** Joined people of all rooms of at most so many that this person is joined to. */
  async listContacts(db: Db, userId: UserId, roomSizeMax: number): Promise<UserId[]> {
    const rows = await db
      .selectFrom((eb) =>
        eb
          .selectFrom('room_member as mine')
          .select('mine.room_key')
          .where('mine.user_id', '=', userId)
          .where('mine.membership', '=', 'join')
          .where(
            (size) =>
              size
                .selectFrom('room_member as anyone')
                .select((one) => one.fn.countAll<number>().as('size'))
                .whereRef('anyone.room_key', '=', 'mine.room_key')
                .where('anyone.membership', '=', 'join'),
            '<=',
            roomSizeMax,
          )
          .as('small'),
      )
      .innerJoin('room_member as theirs', 'theirs.room_key', 'small.room_key')
      .select('theirs.user_id')
      .distinct()
      .where('theirs.membership', '=', 'join')
      .where('theirs.user_id', '!=', userId)
      .limit(SHARERS_MAX)
      .execute();
    return rows.map((row) => row.user_id as UserId);
  }
}
