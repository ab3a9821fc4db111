import type { Ddl } from '../ddl.ts';

/** Reports, what shows that they are true, what moderators decided, and who they are. */
export async function addReports(ddl: Ddl): Promise<void> {
  await addAccountMarks(ddl);
  await createFranks(ddl);
  await createReports(ddl);
  await createDecisions(ddl);
}

async function addAccountMarks({ db }: Ddl): Promise<void> {
  await db.schema.alterTable('account').addColumn('suspended_ms', 'bigint').execute();
  await db.schema
    .alterTable('account')
    .addColumn('moderator', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

async function createFranks({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('redacted_frank')
    .addColumn('event_id', 'text', (column) => column.primaryKey())
    .addColumn('commitment', 'text', (column) => column.notNull())
    .addColumn('redacted_ms', 'bigint', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('redacted_frank_age')
    .on('redacted_frank')
    .column('redacted_ms')
    .execute();
}

async function createReports({ db, clustered, serial }: Ddl): Promise<void> {
  await db.schema
    .createTable('report')
    .addColumn('key', serial, (column) => column.primaryKey())
    .addColumn('report_id', 'text', (column) => column.notNull().unique())
    .addColumn('reporter', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('room_id', 'text')
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('note', 'text')
    .addColumn('closed_ms', 'bigint')
    .addColumn('closed_by', 'text')
    .addColumn('appeal', 'text')
    .execute();
  await db.schema
    .createIndex('report_reporter')
    .on('report')
    .columns(['reporter', 'created_ms'])
    .execute();
  await db.schema
    .createIndex('report_target')
    .on('report')
    .columns(['target', 'reporter'])
    .execute();
  await db.schema.createIndex('report_queue').on('report').columns(['state', 'key']).execute();
  await db.schema.createIndex('report_subject').on('report').columns(['subject', 'key']).execute();

  await db.schema
    .createTable('report_message')
    .addColumn('report_key', 'bigint', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('sent_ms', 'bigint', (column) => column.notNull())
    .addColumn('proof', 'text', (column) => column.notNull())
    .addColumn('type', 'text')
    .addColumn('content', 'text')
    .addPrimaryKeyConstraint('report_message_key', ['report_key', 'position'])
    .modifyEnd(clustered)
    .execute();
}

async function createDecisions({ db, clustered, serial }: Ddl): Promise<void> {
  await db.schema
    .createTable('moderation_action')
    .addColumn('key', serial, (column) => column.primaryKey())
    .addColumn('report_key', 'bigint', (column) => column.notNull())
    .addColumn('moderator', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('subject_note', 'text', (column) => column.notNull())
    .addColumn('days', 'integer')
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('moderation_action_report')
    .on('moderation_action')
    .columns(['report_key', 'key'])
    .execute();
  await db.schema
    .createIndex('moderation_action_subject')
    .on('moderation_action')
    .columns(['subject', 'key'])
    .execute();

  await db.schema
    .createTable('sender_limit')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('until_ms', 'bigint', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();
}
