import { sql } from 'kysely';
import type { Ddl } from '../../ddl.ts';

/**
 * What memberships and the visibility of history changed to, in an index of its own: who may read an
 * event is asked often, and must not cost more when somebody changes their name a thousand times.
 */
export async function addStateChanges({ db, engine }: Ddl): Promise<void> {
  await db.schema.alterTable('event').addColumn('changed_to', 'text').execute();
  const contentOf = (name: string) =>
    engine === 'sqlite'
      ? sql`json_extract(pdu, ${sql.lit(`$.content.${name}`)})`
      : sql`pdu::json -> 'content' ->> ${sql.lit(name)}`;
  await sql`update event set changed_to = ${contentOf('membership')}
    where type = 'm.room.member' and state_key is not null`.execute(db);
  await sql`update event set changed_to = ${contentOf('history_visibility')}
    where type = 'm.room.history_visibility' and state_key is not null`.execute(db);
  await sql`create index event_changed on event (room_key, type, state_key, position, changed_to)
    where changed_to is not null`.execute(db);
}
