import { expect, test } from 'vitest';
import { UnreadBook, type CountedUnread } from './unread-book.ts';

const none: CountedUnread = { notifications: 0, highlights: 0, countedTo: 5 };

function setUp(counts: readonly CountedUnread[] = [none]) {
  const book = new UnreadBook();
  let counted = 0;
  const count = () =>
    book.count('room', async () => {
      const next = counts[counted] ?? none;
      counted += 1;
      return next;
    });
  return { book, count, timesCounted: () => counted };
}

test('the log is counted once, and what is delivered afterwards is added', async () => {
  const { book, count, timesCounted } = setUp();

  await count();
  book.add('room', { position: 6, notify: 1 });
  book.add('room', { position: 7, notify: 2 });

  expect(await count()).toMatchObject({ notifications: 2, highlights: 1 });
  expect(timesCounted()).toBe(1);
});

test('an event that was in the log when it was counted is not counted twice', async () => {
  const { book, count } = setUp([{ notifications: 1, highlights: 0, countedTo: 6 }]);

  await count();
  book.add('room', { position: 6, notify: 1 });

  expect(await count()).toMatchObject({ notifications: 1 });
});

test('reading forgets the count, also one that is under way', async () => {
  const { book, count, timesCounted } = setUp([
    { notifications: 9, highlights: 0, countedTo: 9 },
    none,
  ]);

  const underWay = count();
  book.forget('room');
  await underWay;

  expect(await count()).toMatchObject({ notifications: 0 });
  expect(timesCounted()).toBe(2);
});

test('an event that is delivered while the log is counted makes it count again', async () => {
  const { book, count, timesCounted } = setUp([
    none,
    { notifications: 1, highlights: 0, countedTo: 6 },
  ]);

  const underWay = count();
  book.add('room', { position: 6, notify: 1 });
  await underWay;

  expect(await count()).toMatchObject({ notifications: 1 });
  expect(timesCounted()).toBe(2);
});
