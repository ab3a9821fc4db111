import { sql } from 'kysely';
import type { Ddl } from '../../ddl.ts';

export async function createKeys(ddl: Ddl): Promise<void> {
  await createDeviceKeys(ddl);
  await createCrossSigning(ddl);
  await createToDevice(ddl);
  await createBackups(ddl);
}

async function createDeviceKeys({ db, clustered, serial }: Ddl): Promise<void> {
  await db.schema
    .createTable('device_key')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('device_key_key', ['user_id', 'device_id'])
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('one_time_key')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('algorithm', 'text', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('claimed', 'integer', (column) => column.notNull())
    .execute();
  // An id can be uploaded once: this is what keeps a claimed key from coming back.
  await sql`create unique index one_time_key_id on one_time_key (user_id, device_id, algorithm, key_id)`.execute(
    db,
  );
  await sql`create index one_time_key_next on one_time_key (user_id, device_id, algorithm, claimed, id)`.execute(
    db,
  );

  await db.schema
    .createTable('fallback_key')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('algorithm', 'text', (column) => column.notNull())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('used', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('fallback_key_key', ['user_id', 'device_id', 'algorithm'])
    .modifyEnd(clustered)
    .execute();
}

async function createCrossSigning({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('cross_signing_key')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('usage', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('cross_signing_key_key', ['user_id', 'usage'])
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('key_signature')
    .addColumn('target_user_id', 'text', (column) => column.notNull())
    .addColumn('target_key', 'text', (column) => column.notNull())
    .addColumn('signer_user_id', 'text', (column) => column.notNull())
    .addColumn('signer_key_id', 'text', (column) => column.notNull())
    .addColumn('signature', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('key_signature_key', [
      'target_user_id',
      'signer_user_id',
      'target_key',
      'signer_key_id',
    ])
    .modifyEnd(clustered)
    .execute();
  await sql`create index key_signature_signer on key_signature (signer_user_id, signer_key_id)`.execute(
    db,
  );
}

async function createToDevice({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('to_device')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('to_device_key', ['user_id', 'device_id', 'seq'])
    .execute();
  // How much of a queue is whose, without reading the messages.
  await sql`create index to_device_sender on to_device (user_id, device_id, sender, seq)`.execute(
    db,
  );

  await db.schema
    .createTable('to_device_txn')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('txn_hash', 'text', (column) => column.notNull())
    .addColumn('sent_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('to_device_txn_key', ['user_id', 'device_id', 'txn_hash'])
    .modifyEnd(clustered)
    .execute();
  await sql`create index to_device_txn_age on to_device_txn (user_id, device_id, sent_ms)`.execute(
    db,
  );
}

async function createBackups({ db, clustered, serial }: Ddl): Promise<void> {
  await db.schema
    .createTable('key_backup')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('algorithm', 'text', (column) => column.notNull())
    .addColumn('auth_data', 'text', (column) => column.notNull())
    .addColumn('etag', 'bigint', (column) => column.notNull())
    .addColumn('key_count', 'bigint', (column) => column.notNull())
    .addColumn('deleted', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('key_backup_key', ['user_id', 'version'])
    .modifyEnd(clustered)
    .execute();
  // Deleted versions whose keys are still being removed: usually none.
  await sql`create index key_backup_leftover on key_backup (user_id, version) where deleted = 1 and key_count > 0`.execute(
    db,
  );

  await db.schema
    .createTable('backup_key')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('first_message_index', 'bigint', (column) => column.notNull())
    .addColumn('forwarded_count', 'bigint', (column) => column.notNull())
    .addColumn('is_verified', 'integer', (column) => column.notNull())
    .addColumn('session_data', 'text', (column) => column.notNull())
    .execute();
  await sql`create unique index backup_key_session on backup_key (user_id, version, room_id, session_id)`.execute(
    db,
  );
}
