import { refusalsOf } from '@sotto/kit';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../testing/each-database.ts';
import { LostRaceError, openDatabase, type Txn } from './index.ts';

const refuse = refusalsOf<'no'>();

describeEachDatabase('transactions', (open) => {
  async function setUp() {
    const storage = await open();
    const db = await openDatabase({ ...storage, onIdleError: () => undefined });
    await db.write(({ db: txn }) => sql`create table note (text text primary key)`.execute(txn));
    const add = ({ db: txn }: Txn, text: string) =>
      sql`insert into note values (${text})`.execute(txn);
    const notes = async () => {
      const { rows } = await sql<{ text: string }>`select text from note order by text`.execute(
        db.read,
      );
      return rows.map(({ text }) => text);
    };
    return { db, add, notes };
  }

  test('a refusal undoes its own writes and none of those it shares a commit with', async () => {
    const { db, add, notes } = await setUp();

    const outcomes = await Promise.allSettled([
      db.write((txn) => add(txn, 'first')),
      db.write(async (txn) => {
        await add(txn, 'refused');
        throw refuse('no', 'No.');
      }),
      db.write((txn) => add(txn, 'last')),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await notes()).toEqual(['first', 'last']);
    await db.close();
  });

  test('effects run after the commit, once, and never for what was undone', async () => {
    const { db, add, notes } = await setUp();
    const seen: string[][] = [];
    const effects: Promise<void>[] = [];
    const look = () => {
      effects.push(notes().then((now) => void seen.push(now)));
    };

    await db.write(async (txn) => {
      txn.afterCommit(look);
      await add(txn, 'kept');
    });
    await db
      .write(async (txn) => {
        txn.afterCommit(look);
        throw refuse('no', 'No.');
      })
      .catch(() => undefined);
    await Promise.all(effects);

    expect(seen).toEqual([['kept']]);
    await db.close();
  });

  test('a lost race runs the work again from the start', async () => {
    const { db, add, notes } = await setUp();
    let runs = 0;

    await db.write(async (txn) => {
      runs += 1;
      await add(txn, `run ${runs}`);
      if (runs < 3) throw new LostRaceError();
    });

    expect(runs).toBe(3);
    expect(await notes()).toEqual(['run 3']);
    await db.close();
  });

  test('a reader does not see what is not committed', async () => {
    const { db, add, notes } = await setUp();
    let during: string[] = [];

    await db.write(async (txn) => {
      await add(txn, 'uncommitted');
      during = await notes();
    });

    expect(during).toEqual([]);
    expect(await notes()).toEqual(['uncommitted']);
    await db.close();
  });
});
