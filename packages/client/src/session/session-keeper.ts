import type { Clock } from '@sotto/kit';
import type { DeviceId, UserId } from '@sotto/protocol';
import type { RunningSession } from '../account/open-account.ts';
import { createSubject, type Subject } from '../observable.ts';
import type { Slot } from '../platform/key-value-store.ts';
import type { Platform } from '../platform/platform.ts';
import type { Outcome, Session } from '../types/index.ts';
import { outcomeOf, ProblemError, problemOf } from './problems.ts';
import type { ServerRequests } from './server-requests.ts';
import { deleteDatabases, openSessionSlot, type SessionRecord } from './session-record.ts';
import { readTokens } from './tokens.ts';
import { untilServerAnswers } from './until-server-answers.ts';

export interface SessionKeeperOptions {
  readonly baseUrl: string;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly requests: ServerRequests;
}

type Reply = Readonly<Record<string, unknown>>;

/** A session that runs, or is about to. */
interface Opening {
  readonly running: Promise<RunningSession>;
  readonly closing: AbortController;
}

const STARTING: Session = { kind: 'starting' };

/** Keeps one session per browser: opens it, hands it between tabs, ends it. */
export class SessionKeeper {
  readonly session: Subject<Session> = createSubject(STARTING);
  readonly #options: SessionKeeperOptions;
  readonly #slot: Slot<SessionRecord>;
  #opening: Opening | undefined;
  /** Set while an opening that failed for want of the server waits for it. */
  #hoping: AbortController | undefined;
  /** How often in a row the server was missed. */
  #misses = 0;
  /** Changes of the record, which must not overtake each other. */
  #saving: Promise<void> = Promise.resolve();
  /** Set while another tab runs the session and this one waits for its turn. */
  #waiting: AbortController | undefined;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
    this.#slot = openSessionSlot(options.platform.store);
    options.platform.tabLock.onAsked(() => void this.#yield());
    options.platform.tabLock.onLost(() => void this.#yield());
  }

  async start(): Promise<void> {
    if (await this.#options.platform.tabLock.tryAcquire()) await this.#resume();
    else this.#waitForTurn();
  }

  /** Opens the session that `request` gets from the server, by signing up or in. */
  async enter(
    password: string | null,
    request: (kept: SessionRecord | null) => Promise<Reply>,
  ): Promise<Outcome> {
    const { tabLock } = this.#options.platform;
    if (!(await tabLock.tryAcquire())) {
      this.#waitForTurn();
      const problem = { code: 'failed', message: 'Sotto is open in another tab.' } as const;
      return { ok: false, problem };
    }
    const kept = await this.#slot.get();
    // Another tab has signed in since this one showed its form.
    if (kept && !kept.passwordNeeded) {
      await this.#resume();
      return { ok: true, value: undefined };
    }
    const outcome = await outcomeOf(async () => this.#accept(kept, await request(kept)));
    if (!outcome.ok) {
      tabLock.release();
      return outcome;
    }
    await this.#open(outcome.value, password);
    return { ok: true, value: undefined };
  }

  /** Keeps what the server gave, in place of what was kept before. */
  async #accept(kept: SessionRecord | null, reply: Reply): Promise<SessionRecord> {
    const { user_id: userId, device_id: deviceId, linked_by: linkedBy } = reply;
    if (typeof userId !== 'string' || typeof deviceId !== 'string') {
      throw new ProblemError('failed', 'The server gave an answer this version does not know.');
    }
    const isSameDevice = kept?.userId === userId && kept.deviceId === deviceId;
    if (kept && !isSameDevice) await this.#wipe(kept);
    const record: SessionRecord = {
      // SAFETY: a register or login reply names the account and the device by their ids.
      userId: userId as UserId,
      deviceId: deviceId as DeviceId,
      ...readTokens(reply, this.#options.clock.nowMs()),
      // SAFETY: as above.
      linkedBy: typeof linkedBy === 'string' ? (linkedBy as DeviceId) : null,
      identity: isSameDevice ? kept.identity : 'unfinished',
      passwordNeeded: false,
    };
    await this.#slot.set(record);
    return record;
  }

  async #resume(): Promise<void> {
    const record = await this.#slot.get();
    if (record && !record.passwordNeeded) {
      await this.#open(record, null);
      return;
    }
    this.#options.platform.tabLock.release();
    this.session.set({ kind: 'signed_out', reason: record ? 'ended_elsewhere' : 'never' });
  }

  async #open(record: SessionRecord, password: string | null): Promise<void> {
    this.#hoping?.abort();
    const closing = new AbortController();
    const running = this.#run(record, password, closing.signal);
    this.#opening = { running, closing };
    this.session.set(STARTING);
    try {
      await running;
      this.#misses = 0;
    } catch (error) {
      if (closing.signal.aborted) return;
      const hoping = new AbortController();
      this.#hoping = hoping;
      const problem = problemOf(error);
      const retry = (): void => void this.#openAgain(hoping, password);
      this.session.set({ kind: 'failed', problem, retry });
      if (problem.code === 'offline') void this.#retryOnceReached(hoping.signal, retry);
    }
  }

  async #retryOnceReached(signal: AbortSignal, retry: () => void): Promise<void> {
    const { requests, platform } = this.#options;
    const tries = this.#misses;
    this.#misses += 1;
    if (await untilServerAnswers({ requests, network: platform.network, tries, signal })) retry();
  }

  async #openAgain(hoping: AbortController, password: string | null): Promise<void> {
    if (hoping.signal.aborted) return;
    hoping.abort();
    // Its tokens may have been renewed since, and the old ones would end the session.
    const record = await this.#slot.get();
    if (record && this.#hoping === hoping) await this.#open(record, password);
  }

  async #run(
    record: SessionRecord,
    password: string | null,
    signal: AbortSignal,
  ): Promise<RunningSession> {
    const { baseUrl, platform, clock, requests } = this.#options;
    const { openAccount } = await import('../account/open-account.ts');
    return openAccount({
      baseUrl,
      platform,
      clock,
      requests,
      record,
      password,
      signal,
      saveRecord: (change) => this.#saveRecord(change),
      publish: (session) => {
        if (!signal.aborted) this.session.set(session);
      },
      onEnded: (keysStayGood) => {
        if (!signal.aborted) void this.#leave('ended_elsewhere', keysStayGood);
      },
      onSignedOut: () => this.#leave('by_me', false),
    });
  }

  #saveRecord(change: Partial<SessionRecord>): Promise<void> {
    const saved = this.#saving.then(() => this.#saveNow(change));
    this.#saving = saved.catch(() => undefined);
    return saved;
  }

  async #saveNow(change: Partial<SessionRecord>): Promise<void> {
    const record = await this.#slot.get();
    if (record) await this.#slot.set({ ...record, ...change });
  }

  async #stop(): Promise<void> {
    this.#hoping?.abort();
    this.#hoping = undefined;
    const opening = this.#opening;
    this.#opening = undefined;
    opening?.closing.abort();
    const running = await opening?.running.catch(() => null);
    await running?.stop();
  }

  async #wipe(record: SessionRecord): Promise<void> {
    const { store, indexedDb } = this.#options.platform;
    await store.clear();
    deleteDatabases(indexedDb, record);
  }

  async #leave(reason: 'by_me' | 'ended_elsewhere', keysStayGood: boolean): Promise<void> {
    await this.#stop();
    const record = await this.#slot.get();
    if (record && keysStayGood) await this.#slot.set({ ...record, passwordNeeded: true });
    else if (record) await this.#wipe(record);
    this.#options.platform.tabLock.release();
    this.session.set({ kind: 'signed_out', reason });
  }

  /** Gives the session to the tab that asks, or lets it go first in the queue. */
  async #yield(): Promise<void> {
    const isRunning = this.#opening !== undefined;
    if (!isRunning && !this.#waiting) return;
    this.#waiting?.abort();
    await this.#stop();
    if (isRunning) this.#options.platform.tabLock.release();
    this.#waitForTurn();
  }

  #waitForTurn(): void {
    const waiting = new AbortController();
    this.#waiting = waiting;
    this.session.set({ kind: 'elsewhere', takeOver: () => void this.#takeOver() });
    void this.#resumeInTurn(waiting);
  }

  async #resumeInTurn(waiting: AbortController): Promise<void> {
    const acquired = await this.#options.platform.tabLock.acquire(waiting.signal);
    if (!acquired || this.#waiting !== waiting) return;
    this.#waiting = undefined;
    await this.#resume();
  }

  async #takeOver(): Promise<void> {
    this.#waiting?.abort();
    this.#waiting = undefined;
    this.session.set(STARTING);
    await this.#options.platform.tabLock.takeOver();
    await this.#resume();
  }
}
