import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { openDatabase, prepare, type Db } from '../index.ts';

interface Note {
  readonly id: number;
  readonly text: string | null;
}

const addNotes = prepare((db: Db, notes: readonly Note[]) => {
  const values = notes.map(({ id, text }) => sql`(${id}, ${text})`);
  return sql`insert into note values ${sql.join(values)}`.compile(db);
});

const findNote = prepare((db: Db, [wanted]: readonly { id: number }[]) =>
  sql<Note>`select id, text from note where id = ${wanted?.id}`.compile(db),
);

const raiseIds = prepare((db: Db, notes: readonly { id: number }[]) => {
  const ids = notes.map(({ id }) => sql`${id}`);
  return sql<{ id: number }>`
    update note set id = -id where id in (${sql.join(ids)}) returning id`.compile(db);
});

describeEachDatabase('prepared queries', (open) => {
  async function setUp() {
    const db = await openDatabase({ ...(await open()), onIdleError: () => undefined });
    await db.write(({ db: txn }) =>
      sql`create table note (id bigint primary key, text text)`.execute(txn),
    );
    return db;
  }

  const notesUpTo = (last: number): Note[] =>
    Array.from({ length: last }, (_, index) => ({ id: index + 1, text: `note ${index + 1}` }));

  test('each run has its own values', async () => {
    const db = await setUp();
    await db.write((txn) => addNotes(txn.db, [{ id: 1, text: 'first' }]));
    await db.write((txn) => addNotes(txn.db, [{ id: 2, text: null }]));

    const found = await Promise.all([1, 2, 3].map((id) => findNote(db.read, [{ id }])));

    expect(found.map(({ rows }) => rows)).toEqual([
      [{ id: 1, text: 'first' }],
      [{ id: 2, text: null }],
      [],
    ]);
  });

  test('more rows than one statement takes are all written and all given back', async () => {
    const db = await setUp();

    const { added, raised } = await db.write(async (txn) => ({
      added: await addNotes(txn.db, notesUpTo(150)),
      raised: await raiseIds(txn.db, notesUpTo(150)),
    }));

    expect(added.affected).toBe(150);
    expect(raised.rows.map(({ id }) => id).toSorted((a, b) => b - a)).toEqual(
      notesUpTo(150).map(({ id }) => -id),
    );
  });

  test('what the database refuses is thrown, and undone with the rest', async () => {
    const db = await setUp();

    const write = db.write(async (txn) => {
      await addNotes(txn.db, notesUpTo(2));
      await addNotes(txn.db, [{ id: 2, text: 'again' }]);
    });

    await expect(write).rejects.toThrow(/unique/i);
    expect((await findNote(db.read, [{ id: 1 }])).rows).toEqual([]);
  });
});
