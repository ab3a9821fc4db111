import { invariant, Refusal } from '@sotto/kit';
import { LostRaceError } from '../../../storage/index.ts';
import type { Append, Appended } from './append.ts';
import { BatchOfAppends } from './batch.ts';
import { isRepeatedSend } from './event-store.ts';
import type { WriterDeps } from './writer-deps.ts';

/** The only way into a room's log. */
export interface RoomWriter {
  /** Resolves once the events are durable; throws the refusal if they may not be appended. */
  append(append: Append): Promise<Appended>;
}

interface Waiting {
  readonly append: Append;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (cause: unknown) => void;
}

/** One commit's worth: a few milliseconds of work, so that nobody waits long for the others. */
const BATCH_APPENDS_MAX = 64;

/**
 * Gathers every append that waits while the previous transaction commits and writes them as one:
 * authorise, link, hash, sign, insert, update state, fill inboxes, commit, then answer all callers.
 */
export function createRoomWriter(deps: WriterDeps): RoomWriter {
  const queue: Waiting[] = [];
  let isWriting = false;

  async function writeBatch(): Promise<void> {
    let taken: Waiting[] | null = null;
    let batch: BatchOfAppends | null = null;
    let checkRepeats = false;
    try {
      await deps.db.write(async (txn) => {
        // Taken as late as can be: whatever arrived until now shares this commit.
        taken ??= queue.splice(0, BATCH_APPENDS_MAX);
        batch = new BatchOfAppends(
          deps,
          taken.map(({ append }) => append),
          checkRepeats,
        );
        try {
          await batch.write(txn);
        } catch (cause) {
          batch.forgetViews();
          if (!isRepeatedSend(cause)) throw cause;
          // A send came twice. Run again, this time looking up what was already sent.
          checkRepeats = true;
          throw new LostRaceError();
        }
      });
    } catch (cause) {
      for (const waiting of taken ?? queue.splice(0)) waiting.reject(cause);
      return;
    }
    const left = settle(taken, batch);
    queue.unshift(...left);
  }

  async function pump(): Promise<void> {
    isWriting = true;
    while (queue.length > 0) await writeBatch();
    isWriting = false;
  }

  return {
    append(append) {
      return new Promise((resolve, reject) => {
        queue.push({ append, resolve, reject });
        if (!isWriting) void pump();
      });
    },
  };
}

/** Answers those the batch had room for, and gives the others. */
function settle(taken: readonly Waiting[] | null, batch: BatchOfAppends | null): Waiting[] {
  invariant(taken && batch, 'a committed batch was taken and written');
  for (const [index, outcome] of batch.outcomes.entries()) {
    if (outcome instanceof Refusal) taken[index]?.reject(outcome);
    else taken[index]?.resolve(outcome);
  }
  return taken.slice(batch.outcomes.length);
}
