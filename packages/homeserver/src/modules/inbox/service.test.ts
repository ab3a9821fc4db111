import type { UserId } from '@sotto/protocol';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openDatabase } from '../../storage/index.ts';
import { describeEachDatabase } from '../../testing/each-database.ts';
import type { Delivery } from './entry.ts';
import { openInbox } from './service.ts';
import { createWake } from './wake.ts';

const log = pino({ level: 'silent' });
const mira = '@mira:sotto.test' as UserId;
const jonas = '@jonas:sotto.test' as UserId;
const elsewhere = '@noor:elsewhere.example' as UserId;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function setting(userId: UserId, subject: string): Delivery {
  return { userId, entry: { kind: 'account_data', roomKey: null, subject } };
}

describeEachDatabase('inbox', (open) => {
  async function setUp() {
    const db = await openDatabase({ ...(await open()), onIdleError: () => undefined });
    const inbox = await openInbox({ db, log });
    await db.write(async (txn) => {
      await inbox.open(txn, mira);
      await inbox.open(txn, jonas);
    });
    const read = (userId: UserId, after = 0) =>
      inbox.listEntries(db.read, userId, { after, upTo: 1_000, limit: 1_000 });
    return { db, inbox, read };
  }

  test('sequence numbers of one inbox have neither gaps nor repeats, however many write at once', async () => {
    const { db, inbox, read } = await setUp();

    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        db.write((txn) =>
          inbox.deliver(txn, [
            setting(mira, `a${index}`),
            setting(jonas, `b${index}`),
            setting(mira, `c${index}`),
          ]),
        ),
      ),
    );

    expect((await read(mira)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 80 }, (_, index) => index + 1),
    );
    expect((await read(jonas)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    await db.close();
  });

  test('what can be read never skips a number that appears later', async () => {
    const { db, inbox, read } = await setUp();
    let newest = 0;
    const progress = { writing: true };
    const writes = Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        db.write((txn) => inbox.deliver(txn, [setting(mira, `${index}`)])),
      ),
    ).finally(() => {
      progress.writing = false;
    });

    while (progress.writing) {
      const { head } = await inbox.getHead(db.read, mira);
      const entries = await read(mira, newest);
      const readable = entries.filter(({ seq }) => seq <= head).map(({ seq }) => seq);
      expect(readable).toEqual(
        Array.from({ length: head - newest }, (_, index) => newest + index + 1),
      );
      newest = head;
      // Reading SQLite never yields by itself, and the writes need their turn.
      await nextTurn();
    }
    await writes;

    await db.close();
  });

  test('people of other servers have no inbox here and are passed over', async () => {
    const { db, inbox } = await setUp();

    const seqs = await db.write((txn) =>
      inbox.deliver(txn, [setting(elsewhere, 'x'), setting(mira, 'y')]),
    );

    expect(seqs).toEqual([null, 1]);
    await db.close();
  });

  test('what is undone wakes nobody and takes no number', async () => {
    const { db, inbox } = await setUp();
    const listener = inbox.wake.listen(mira, 'PHONE');

    await db
      .write(async (txn) => {
        await inbox.deliver(txn, [setting(mira, 'undone')]);
        throw new Error('undone');
      })
      .catch(() => undefined);
    const waiting = listener.wait(60_000);
    const [seq] = await db.write((txn) => inbox.deliver(txn, [setting(mira, 'kept')]));

    expect(seq).toBe(1);
    expect(await waiting).toBe('woken');
    listener.close();
    await db.close();
  });
});

test('what comes between listening and waiting is not missed', async () => {
  const wake = createWake();
  const listener = wake.listen(mira, 'PHONE');

  wake.notify([mira]);

  expect(await listener.wait(60_000)).toBe('woken');
  listener.close();
});

test('a device that is signed out is told so, even if something else woke it before', async () => {
  const wake = createWake();
  const phone = wake.listen(mira, 'PHONE');
  const laptop = wake.listen(mira, 'LAPTOP');

  wake.revoke(mira, 'PHONE');
  wake.notify([mira]);

  expect(await phone.wait(60_000)).toBe('revoked');
  expect(await laptop.wait(60_000)).toBe('woken');
  phone.close();
  laptop.close();
});
