import type { PreparedFile } from '../media/prepare/prepared-file.ts';
import type { Observable } from '../observable.ts';
import type { OutboxContent, OutboxEntry, OutboxRecord } from './outbox-entry.ts';
import type { OutboxStore } from './outbox-store.ts';
import { classifySendFailure } from './send-failure.ts';

/** Sends one record; may be called again with the same one. */
export type SendRecord = (record: OutboxRecord, steps: SendSteps) => Promise<void>;

export interface SendSteps {
  readonly onProgress: (share: number) => void;
  /** Remembers a step that need not be repeated, as an upload that is done. */
  keep(content: OutboxContent): Promise<void>;
}

export interface LaneOptions {
  readonly store: OutboxStore;
  readonly online: Observable<boolean>;
  readonly send: SendRecord;
  readonly publish: (entries: readonly OutboxEntry[]) => void;
}

const TRIES_MAX = 6;
const WAIT_MS_MIN = 1_000;
const WAIT_MS_MAX = 60_000;

const backoffMs = (tries: number): number => Math.min(WAIT_MS_MAX, WAIT_MS_MIN * 2 ** tries);

/** The messages of one conversation, leaving one after the other. */
export class Lane {
  readonly #options: LaneOptions;
  readonly #unprepared = new Map<string, () => Promise<PreparedFile>>();
  #entries: readonly OutboxEntry[] = [];
  #running = false;
  #closed = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  add(record: OutboxRecord): void {
    this.#change([...this.#entries, { record, stage: 'queued', progress: null }]);
    const resume = (): void => this.resume();
    this.#options.store.put(record).then(resume, resume);
  }

  /** Takes its place in the order at once; leaves when `prepare` is done. */
  addUnprepared(record: OutboxRecord, prepare: () => Promise<PreparedFile>): void {
    this.#change([...this.#entries, { record, stage: 'preparing', progress: null }]);
    this.#unprepared.set(record.key, prepare);
    void this.#prepare(record.key);
  }

  /** Puts back a record that was kept through a restart. */
  restore(record: OutboxRecord): void {
    const stage = record.failed ? 'failed' : 'queued';
    this.#change([...this.#entries, { record, stage, progress: null }]);
  }

  retry(key: string): void {
    if (this.#find(key)?.stage !== 'failed') return;
    this.#tries = 0;
    if (this.#unprepared.has(key)) {
      this.#update(key, { stage: 'preparing' });
      void this.#prepare(key);
      return;
    }
    this.#update(key, { stage: 'queued' });
    void this.#keep(key, { failed: false }).then(() => this.resume());
  }

  drop(key: string): void {
    if (!this.#find(key)) return;
    this.#unprepared.delete(key);
    this.#change(this.#entries.filter((entry) => entry.record.key !== key));
    void this.#options.store.delete(key);
    this.resume();
  }

  /** Lets go of messages the server has, when their return can no longer be awaited. */
  dropSent(): void {
    if (!this.#entries.some(({ stage }) => stage === 'sent')) return;
    this.#change(this.#entries.filter(({ stage }) => stage !== 'sent'));
  }

  resume(): void {
    clearTimeout(this.#timer);
    if (!this.#running && !this.#closed) void this.#run();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #find(key: string): OutboxEntry | undefined {
    return this.#entries.find((entry) => entry.record.key === key);
  }

  #change(entries: readonly OutboxEntry[]): void {
    this.#entries = entries;
    this.#options.publish(entries);
  }

  #update(key: string, patch: Partial<OutboxEntry>): void {
    this.#change(
      this.#entries.map((entry) => (entry.record.key === key ? { ...entry, ...patch } : entry)),
    );
  }

  async #keep(key: string, patch: Partial<OutboxRecord>): Promise<void> {
    const entry = this.#find(key);
    if (!entry) return;
    const record = { ...entry.record, ...patch };
    this.#update(key, { record });
    await this.#options.store.put(record);
    // Dropped while it was being written: do not leave it behind for the next start.
    if (!this.#find(key)) await this.#options.store.delete(key);
  }

  async #prepare(key: string): Promise<void> {
    const content = this.#find(key)?.record.content;
    const prepare = this.#unprepared.get(key);
    if (!prepare || content?.kind !== 'file') return;
    try {
      const file = await prepare();
      this.#unprepared.delete(key);
      await this.#keep(key, { content: { ...content, file } });
      this.#update(key, { stage: 'queued' });
    } catch {
      // NOTE: the file could not be read; the person may try again or let go of it.
      this.#update(key, { stage: 'failed' });
    }
    this.resume();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      for (;;) {
        const head = this.#entries.find(({ stage }) => stage !== 'sent' && stage !== 'failed');
        if (this.#closed || !head || head.stage === 'preparing') return;
        if (!this.#options.online.get() || !(await this.#sendHead(head))) return;
      }
    } finally {
      this.#running = false;
    }
  }

  /** Says whether the lane may go on with the next message. */
  async #sendHead({ record }: OutboxEntry): Promise<boolean> {
    const { key } = record;
    const { store, send } = this.#options;
    this.#update(key, { stage: 'sending' });
    try {
      // Kept first: a message that may have left must be found again after a crash.
      await store.put(record);
      await send(record, {
        onProgress: (progress) => this.#update(key, { progress }),
        keep: (content) => this.#keep(key, { content }),
      });
    } catch (error) {
      return this.#recover(key, error);
    }
    this.#tries = 0;
    this.#update(key, { stage: 'sent', progress: null });
    await store.delete(key);
    return true;
  }

  /** Says whether the lane may go on with the next message. */
  async #recover(key: string, error: unknown): Promise<boolean> {
    if (!this.#find(key)) return true;
    const failure = classifySendFailure(error);
    if (failure.kind !== 'later') this.#tries += 1;
    if (failure.kind === 'give_up' || (failure.kind === 'again' && this.#tries >= TRIES_MAX)) {
      this.#tries = 0;
      this.#update(key, { stage: 'failed', progress: null });
      const awaitsAcceptance = failure.kind === 'give_up' && failure.awaitsAcceptance === true;
      await this.#keep(key, { failed: true, awaitsAcceptance });
      return true;
    }
    this.#update(key, { stage: 'queued', progress: null });
    const afterMs = failure.kind === 'later' ? failure.afterMs : backoffMs(this.#tries);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.resume(), afterMs);
    return false;
  }
}
