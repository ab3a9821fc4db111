import { expect, test, vi } from 'vitest';
import { WaitingToasts } from './waiting-toasts.ts';

test('messages wait, in order, for what shows them', () => {
  const toasts = new WaitingToasts();
  const shown: string[] = [];
  toasts.show({ text: 'first' });
  toasts.show({ text: 'second' });

  toasts.attach(({ text }) => shown.push(text));
  toasts.show({ text: 'third' });

  expect(shown).toEqual(['first', 'second', 'third']);
});

test('no message is shown twice when what shows them comes anew', () => {
  const toasts = new WaitingToasts();
  const shown: string[] = [];
  toasts.show({ text: 'first' });
  const detach = toasts.attach(({ text }) => shown.push(text));

  detach();
  toasts.show({ text: 'second' });
  toasts.attach(({ text }) => shown.push(text));

  expect(shown).toEqual(['first', 'second']);
});

test('what could have been undone happens when nothing can be shown', () => {
  const toasts = new WaitingToasts();
  const before = vi.fn<() => void>();
  const after = vi.fn<() => void>();

  toasts.show({ text: 'Removed', onExpire: before });
  toasts.giveUp();
  toasts.show({ text: 'Removed too', onExpire: after });

  expect([before, after].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
