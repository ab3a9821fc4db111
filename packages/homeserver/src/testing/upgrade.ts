import { sql } from 'kysely';
import { openDatabase, type Database, type Db } from '../storage/index.ts';
import type { TestStorage } from './each-database.ts';
import { startHomeserver, type TestDevice, type TestHomeserver } from './homeserver.ts';

interface Added {
  readonly tables: readonly string[];
  readonly columns?: readonly (readonly [table: string, column: string])[];
}

/** What each step of the schema adds, in the order they run. */
const ADDED = {
  '0011-groups': { tables: ['history_floor', 'group_link', 'slow_mode_turn'] },
  '0014-push-rules': { tables: ['push_rules', 'quiet_hours'] },
  '0013-devices': {
    tables: ['login_token', 'device_link'],
    columns: [
      ['device', 'first_seen_ip'],
      ['device', 'user_agent'],
      ['device', 'linked_by'],
    ],
  },
  '0015-minors': { tables: ['age_mark'], columns: [['account', 'business']] },
  '0012-reports': {
    tables: ['redacted_frank', 'report', 'report_message', 'moderation_action', 'sender_limit'],
    columns: [
      ['account', 'suspended_ms'],
      ['account', 'moderator'],
    ],
  },
  '0016-communities': { tables: ['community', 'community_channel'] },
  '0017-inbox-fan-out': { tables: ['inbox_fan_out'] },
} as const satisfies Record<string, Added>;

export type Step = keyof typeof ADDED;

/** Every row there is, by table. */
export type Rows = Readonly<Record<string, readonly Row[]>>;
type Row = Readonly<Record<string, unknown>>;

export interface Upgrade {
  /** What the database held before the step ran, and what it holds after. */
  readonly before: Rows;
  readonly after: Rows;
  /** The server of now, on the database of then. */
  readonly server: TestHomeserver;
  /** The same signed-in device, at that server. */
  readonly again: (device: TestDevice) => TestDevice;
}

/**
 * Stops a server, takes its database back to what it was before a step of the schema, and starts a
 * server on it. `write` puts in what only the server of then could have written.
 */
export async function upgradeFrom(
  home: TestHomeserver,
  step: Step,
  write: (db: Db) => Promise<unknown> = async () => undefined,
): Promise<Upgrade> {
  await home.server.close();
  const before = await withDatabase(home.storage, async (database) => {
    await goBackBefore(database, step);
    await database.write(({ db }) => write(db));
    return rowsOf(database);
  });
  const after = await withDatabase(home.storage, rowsOf);
  const { clock } = home;
  const server = { ...(await startHomeserver(async () => home.storage, { clock })), clock };
  return {
    before,
    after,
    server,
    again: (device) => ({
      ...device,
      call: (method, path, body) => server.call(method, path, body, device.accessToken),
    }),
  };
}

async function withDatabase<Value>(
  storage: TestStorage,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  const database = await openDatabase({ ...storage, onIdleError: () => undefined });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function goBackBefore(database: Database, step: Step): Promise<void> {
  const steps: [string, Added][] = Object.entries(ADDED);
  const first = steps.findIndex(([name]) => name === step);
  await database.write(async ({ db }) => {
    for (const [name, { tables, columns = [] }] of steps.slice(first).toReversed()) {
      for (const table of tables) await sql`drop table ${sql.table(table)}`.execute(db);
      for (const [table, column] of columns) {
        await sql`alter table ${sql.table(table)} drop column ${sql.ref(column)}`.execute(db);
      }
      await sql`delete from migration where name = ${name}`.execute(db);
    }
  });
}

async function rowsOf({ engine, read }: Database): Promise<Rows> {
  const names =
    engine === 'sqlite'
      ? sql<{
          name: string;
        }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
  const tables = (await names.execute(read)).rows.map(({ name }) => name);
  const all: Record<string, Row[]> = {};
  for (const table of tables.filter((name) => name !== 'migration')) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(read);
    all[table] = rows.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
  }
  return all;
}

/** By what stands in every version of a row: its oldest columns come first. */
function textOf(row: Row): string {
  return JSON.stringify(Object.values(row));
}

export interface TableRules {
  readonly table: string;
  /** A row with every column. */
  readonly row: Row;
  /** Columns that may be empty. */
  readonly optional?: readonly string[];
  /** Columns that tell rows apart, together; none if rows may be alike. */
  readonly key: readonly string[];
  /** A column that tells rows apart by itself. */
  readonly unique?: string;
}

/** What a table takes that its rules forbid, and the other way round, in words; nothing if it keeps to them. */
export async function brokenRules(storage: TestStorage, rules: TableRules): Promise<string[]> {
  const { table, row, optional = [], key, unique } = rules;
  return withDatabase(storage, async (database) => {
    const takes = async (values: Row): Promise<boolean> => {
      const columns = sql.join(Object.keys(values).map((name) => sql.ref(name)));
      const insert = sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(values))})`;
      return database
        .write(({ db }) => insert.execute(db))
        .then(
          () => true,
          () => false,
        );
    };
    const broken: string[] = [];
    const expectOf = async (says: string, values: Row, taken: boolean) => {
      if ((await takes(values)) !== taken) broken.push(`${table}: ${says}`);
    };

    await expectOf('a row', row, true);
    await expectOf('one key twice', changed(row, without(row, key)), key.length === 0);
    const apart = unique === undefined ? [] : [unique];
    for (const name of apart) {
      await expectOf(`one ${name} twice`, changed(row, without(row, [name])), false);
    }
    for (const name of key) await expectOf(`another ${name}`, changed(row, [name, ...apart]), true);
    for (const name of Object.keys(row)) {
      await database.write(({ db }) => sql`delete from ${sql.table(table)}`.execute(db));
      await expectOf(`no ${name}`, { ...row, [name]: null }, optional.includes(name));
    }
    return broken;
  });
}

function without(row: Row, names: readonly string[]): string[] {
  return Object.keys(row).filter((name) => !names.includes(name));
}

function changed(row: Row, names: readonly string[]): Row {
  const other = (value: unknown) => (typeof value === 'number' ? value + 1 : `${String(value)}+`);
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, names.includes(name) ? other(value) : value]),
  );
}
