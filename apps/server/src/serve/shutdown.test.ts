import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { shutDownOnSignal, type SignalSource } from './shutdown.ts';

const log = pino({ level: 'silent' });

/** A process that notes its exit codes instead of ending. */
function createProcess() {
  const emitter = new EventEmitter();
  const codes: number[] = [];
  const source: SignalSource = {
    on: (signal, listener) => emitter.on(signal, listener),
    exit: (code) => void codes.push(code),
  };
  return { source, codes, send: (signal: 'SIGINT' | 'SIGTERM') => emitter.emit(signal) };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s closes the server, then ends well',
  async (signal) => {
    const { source, codes, send } = createProcess();
    const close = vi.fn<() => Promise<void>>(async () => undefined);
    shutDownOnSignal({ close, cut: vi.fn<() => void>() }, log, source);

    send(signal);
    expect(codes).toEqual([]);
    await vi.waitFor(() => expect(codes).toEqual([0]));

    expect(close).toHaveBeenCalledOnce();
  },
);

test('a second signal ends at once, unless it is the first one passed on', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { source, codes, send } = createProcess();
  const close = () => new Promise<void>(() => undefined);
  shutDownOnSignal({ close, cut: vi.fn<() => void>() }, log, source);

  send('SIGINT');
  vi.advanceTimersByTime(500);
  send('SIGINT');
  expect(codes).toEqual([]);
  vi.advanceTimersByTime(1);
  send('SIGINT');

  expect(codes).toEqual([1]);
});

test('readers who do not hang up are cut off, and the end comes within five seconds', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { source, codes, send } = createProcess();
  const cut = vi.fn<() => void>();
  shutDownOnSignal({ close: () => new Promise(() => undefined), cut }, log, source);

  send('SIGTERM');
  await vi.advanceTimersByTimeAsync(3499);
  expect(cut).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1500);

  expect(cut).toHaveBeenCalledOnce();
  expect(codes).toEqual([1]);
});

test('an end with an error is an unclean one', async () => {
  const { source, codes, send } = createProcess();
  shutDownOnSignal(
    { close: () => Promise.reject(new Error('disk gone')), cut: vi.fn<() => void>() },
    log,
    source,
  );

  send('SIGTERM');

  await vi.waitFor(() => expect(codes).toEqual([1]));
});
