import { isUserId } from '@sotto/protocol';
import { sql } from 'kysely';
import type { Ddl } from '../../ddl.ts';

/** Who knows whom, who asks whom, and what a request says of its sender. */
export async function addRequests(ddl: Ddl): Promise<void> {
  await addDates(ddl);
  await createTables(ddl);
  await keepWhatIsThere(ddl);
}

async function addDates({ db }: Ddl): Promise<void> {
  for (const name of ['name_changed_ms', 'photo_changed_ms']) {
    await db.schema.alterTable('account').addColumn(name, 'bigint').execute();
  }
  await db.schema
    .alterTable('account')
    .addColumn('discoverability', 'text', (column) => column.notNull().defaultTo('listed'))
    .execute();
  await db.schema.alterTable('cross_signing_key').addColumn('replaced_ms', 'bigint').execute();
}

async function createTables({ db, clustered, serial }: Ddl): Promise<void> {
  await db.schema
    .createTable('contact')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('is_contact', 'integer', (column) => column.notNull())
    .addColumn('follows', 'integer', (column) => column.notNull())
    .addColumn('link_label', 'text')
    .addColumn('added_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('contact_key', ['owner', 'subject'])
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('contact_subject')
    .on('contact')
    .columns(['subject', 'owner'])
    .execute();

  await db.schema
    .createTable('block')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('block_key', ['owner', 'subject'])
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('visibility')
    .addColumn('owner', 'text', (column) => column.primaryKey())
    .addColumn('settings', 'text', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('request')
    .addColumn('receiver', 'text', (column) => column.notNull())
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('direct', 'integer', (column) => column.notNull())
    .addColumn('treatment', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('received_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('request_key', ['receiver', 'room_id'])
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('request_sender')
    .on('request')
    .columns(['sender', 'received_ms'])
    .execute();

  await db.schema
    .createTable('request_budget')
    .addColumn('room_id', 'text', (column) => column.primaryKey())
    .addColumn('messages', 'integer', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('unwelcome')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('points', 'integer', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('unwelcome_sender')
    .on('unwelcome')
    .columns(['sender', 'at_ms'])
    .execute();

  await db.schema
    .createTable('contact_link')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('uses_max', 'integer')
    .addColumn('expires_ms', 'bigint')
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('contact_link_owner')
    .on('contact_link')
    .columns(['owner', 'created_ms'])
    .execute();
}

/** People who already talk have accepted each other; invitations that wait are requests. */
async function keepWhatIsThere({ db, engine }: Ddl): Promise<void> {
  await sql`
    insert into contact (owner, subject, is_contact, follows, added_ms)
    select distinct mine.user_id, theirs.user_id, 1, 0, 0
    from direct_conversation
    join room on room.room_id = direct_conversation.room_id
    join room_member as mine on mine.room_key = room.key and mine.membership = 'join'
    join room_member as theirs on theirs.room_key = room.key and theirs.membership = 'join'
    where mine.user_id <> theirs.user_id`.execute(db);

  const isDirect =
    engine === 'sqlite'
      ? sql`coalesce(json_extract(event.pdu, '$.content.is_direct'), 0)`
      : sql`case when event.pdu::json -> 'content' ->> 'is_direct' = 'true' then 1 else 0 end`;
  const sentAt =
    engine === 'sqlite'
      ? sql`json_extract(event.pdu, '$.origin_server_ts')`
      : sql`(event.pdu::json ->> 'origin_server_ts')::bigint`;
  await sql`
    insert into request (receiver, room_id, sender, direct, treatment, state, received_ms)
    select room_member.user_id, room.room_id, event.sender, ${isDirect}, 'request', 'waiting', ${sentAt}
    from room_member
    join room on room.key = room_member.room_key
    join event on event.room_key = room_member.room_key and event.position = room_member.position
    where room_member.membership = 'invite'`.execute(db);

  await keepBlocks(db);
}

/** Whom people ignored by other clients is blocked. What is not in the specified form names nobody. */
async function keepBlocks(db: Ddl['db']): Promise<void> {
  const lists = await db
    .selectFrom('account_data')
    .select(['user_id', 'content'])
    .where('type', '=', 'm.ignored_user_list')
    .where('room_key', '=', 0)
    .execute();
  for (const { user_id: owner, content } of lists) {
    // SAFETY: only objects are kept, and the field is checked next.
    const { ignored_users: users } = JSON.parse(content) as { ignored_users?: unknown };
    if (typeof users !== 'object' || users === null || Array.isArray(users)) continue;
    for (const subject of Object.keys(users).filter(isUserId)) {
      await db.insertInto('block').values({ owner, subject }).execute();
    }
  }
}
