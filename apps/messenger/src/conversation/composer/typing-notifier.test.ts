import { createManualClock } from '@sotto/kit';
import { expect, test } from 'vitest';
import { createTypingNotifier } from './typing-notifier.ts';

function setUp() {
  const clock = createManualClock();
  const said: boolean[] = [];
  let due: { atMs: number; callback: () => void } | null = null;
  const notifier = createTypingNotifier({
    clock,
    setTyping: (typing) => said.push(typing),
    after(durationMs, callback) {
      const mine = { atMs: clock.nowMs() + durationMs, callback };
      due = mine;
      return () => {
        if (due === mine) due = null;
      };
    },
  });
  function pass(durationMs: number) {
    clock.advanceMs(durationMs);
    const timer = due;
    if (timer === null || timer.atMs > clock.nowMs()) return;
    due = null;
    timer.callback();
  }
  return { notifier, said, pass, isWaiting: () => due !== null };
}

test('many keystrokes are said once, and again only after four seconds', () => {
  const { notifier, said, pass } = setUp();

  for (const text of ['h', 'he', 'hel']) {
    notifier.changed(text);
    pass(1_333);
  }
  expect(said).toEqual([true]);
  pass(1);
  notifier.changed('hell');

  expect(said).toEqual([true, true]);
});

test('a pause is a stop, and typing on is said at once', () => {
  const { notifier, said, pass } = setUp();

  notifier.changed('h');
  pass(5_999);
  expect(said).toEqual([true]);
  pass(1);
  notifier.changed('he');

  expect(said).toEqual([true, false, true]);
});

test('every keystroke puts the pause off', () => {
  const { notifier, said, pass } = setUp();

  notifier.changed('h');
  pass(3_000);
  notifier.changed('he');
  pass(5_999);

  expect(said).toEqual([true]);
});

test('an emptied field or a sent message stops once and leaves no timer', () => {
  const { notifier, said, isWaiting } = setUp();

  notifier.changed('h');
  notifier.changed(' ');
  notifier.stop();

  expect(said).toEqual([true, false]);
  expect(isWaiting()).toBe(false);
});

test('white space alone is not typing', () => {
  const { notifier, said } = setUp();

  notifier.changed('\n');

  expect(said).toEqual([]);
});
