import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../http/connection.ts';
import { receiveMessages } from '../load/message.ts';
import { signUpReceivers } from '../load/conversation.ts';
import type { Receiver } from '../load/conversation.ts';
import { RunError } from '../run-error.ts';
import type { RunningServer } from '../servers/start-server.ts';
import { readProcessUsage } from './process-usage.ts';

/** The most a server waits; longer than the measuring takes. */
const LONG_POLL_MS = 60_000;
/** The first part of the polls warms the server up: its code, its heap, its tables. */
const WARM_UP_SHARE = 0.25;
/** So often each of them is answered at once first: new memory is used before any is used again. */
const WARM_UP_ANSWERS = 10;
/** Fewer at once than a listening socket keeps in its queue. */
const OPENED_AT_ONCE = 50;
const QUIET_MS = 500;
const SETTLE_MS = 3000;

/**
 * Memory for each sync that waits for news: the growth of a server from a quarter of the polls to
 * all of them. The people sign up on one server and wait on a new one over the same data, because
 * what signing up leaves in the heap would hide what waiting costs.
 */
export async function measureIdleSyncBytes(onServer: OnServer, count: number): Promise<number> {
  const receivers = await onServer(async ({ origin }) => {
    const signedUp = await signUpReceivers(origin, count);
    for (const receiver of signedUp) {
      await receiveMessages(receiver, 0);
      receiver.connection.close();
    }
    return signedUp;
  });

  return onServer(async ({ origin, pid }) => {
    const waiting = new WaitingReceivers(origin);
    try {
      const warmUp = Math.round(count * WARM_UP_SHARE);
      await answerAtOnce(origin, receivers.slice(0, warmUp));
      await waiting.add(receivers.slice(0, warmUp));
      const before = await settledRssBytes(pid);
      await waiting.add(receivers.slice(warmUp));
      const after = await settledRssBytes(pid);
      waiting.check();
      return (after - before) / (count - warmUp);
    } finally {
      waiting.close();
    }
  });
}

async function answerAtOnce(origin: string, receivers: readonly Receiver[]): Promise<void> {
  const connection = new Connection(origin);
  for (let answer = 0; answer < WARM_UP_ANSWERS; answer += 1) {
    for (const receiver of receivers) await receiveMessages({ ...receiver, connection }, 0);
  }
  connection.close();
}

/** Runs work against a server that is started for it, always over the same data. */
type OnServer = <Value>(work: (server: RunningServer) => Promise<Value>) => Promise<Value>;

class WaitingReceivers {
  readonly #origin: string;
  readonly #receivers: Receiver[] = [];
  #answered = 0;
  #isClosed = false;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async add(receivers: readonly Receiver[]): Promise<void> {
    for (const [index, person] of receivers.entries()) {
      const receiver = { ...person, connection: new Connection(this.#origin) };
      this.#receivers.push(receiver);
      const onEnd = () => {
        if (!this.#isClosed) this.#answered += 1;
      };
      receiveMessages(receiver, LONG_POLL_MS).then(onEnd, onEnd);
      if (index % OPENED_AT_ONCE === 0) await sleep(20);
    }
  }

  check(): void {
    if (this.#answered > 0)
      throw new RunError(`${this.#answered} idle syncs ended while they waited.`);
  }

  close(): void {
    this.#isClosed = true;
    for (const { connection } of this.#receivers) connection.close();
  }
}

/** The memory of a process once it has nothing to do and its collector had the time to notice. */
async function settledRssBytes(pid: number): Promise<number> {
  let { cpuMs } = readProcessUsage(pid);
  for (;;) {
    await sleep(QUIET_MS);
    const { cpuMs: nowCpuMs } = readProcessUsage(pid);
    if (nowCpuMs - cpuMs <= 10) break;
    cpuMs = nowCpuMs;
  }
  await sleep(SETTLE_MS);
  return readProcessUsage(pid).rssBytes;
}
