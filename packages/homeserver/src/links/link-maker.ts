import type { Clock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import type { Random } from '../platform.ts';
import type { Database, Txn } from '../storage/index.ts';
import { refuse } from './errors.ts';
import type { Link, LinkStore } from './link-store.ts';

export interface LinkWish {
  readonly label: string;
  readonly usesMax: number | null;
  readonly expiresMs: number | null;
}

export interface LinkMakerDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly people: {
    /** Makes what one person does at the same moment wait for each other. */
    lock(txn: Txn, userId: UserId): Promise<unknown>;
  };
}

/** How many like it `by` may have at once, and what they are told at one more. */
export interface LinkLimit {
  readonly by: UserId;
  readonly max: number;
  readonly text: string;
}

/** Makes links of one kind. */
export interface LinkMaker<Own> {
  /** A link as wished for, not kept yet. Refuses a wish that makes no sense. */
  draft(wish: LinkWish, own: Own): Link<Own>;
  keep(link: Link<Own>, limit: LinkLimit): Promise<void>;
}

/** Nobody guesses 120 bits. */
const TOKEN_BYTES = 15;

export function createLinkMaker<Own extends object>(
  store: LinkStore<Own>,
  { db, clock, random, people }: LinkMakerDeps,
): LinkMaker<Own> {
  return {
    draft(wish, own) {
      const createdMs = clock.nowMs();
      const label = wish.label.trim();
      if (label === '') throw refuse('link_invalid', 'Give the link a name to know it by.');
      if (wish.expiresMs !== null && wish.expiresMs <= createdMs) {
        throw refuse('link_invalid', 'Choose a time in the future.');
      }
      return { ...wish, ...own, label, token: random.token(TOKEN_BYTES), createdMs, uses: 0 };
    },

    keep: (link, { by, max, text }) =>
      db.write(async (txn) => {
        await people.lock(txn, by);
        if ((await store.count(txn.db, link)) >= max) throw refuse('too_many_links', text);
        await store.insert(txn, link);
      }),
  };
}
