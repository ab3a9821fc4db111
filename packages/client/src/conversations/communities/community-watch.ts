import type { ConversationList } from '../conversation-list.ts';
import type { Transfer } from '../../media/transfer.ts';
import { createSubject } from '../../observable.ts';
import { openLater } from '../../platform/open-later.ts';
import { withActions } from '../../platform/with-actions.ts';
import type { Communities, CommunitySummary } from '../../types/index.ts';
import type { CommunityContext } from './community-context.ts';

export interface CommunityWatch {
  readonly communities: Communities;
  /** Something about a community may have changed. */
  look(): void;
  close(): void;
}

/** Communities I am in. What reads and changes them is loaded with the first, or as one is made. */
export function watchCommunities(
  base: Omit<CommunityContext, 'transfer' | 'list'>,
  transfer: Transfer,
  list: () => ConversationList | undefined,
): CommunityWatch {
  const all = createSubject<readonly CommunitySummary[]>([]);
  const later = openLater(async () => {
    const { openCommunityBook } = await import('./community-book.ts');
    const opened = list();
    if (!opened) throw new Error('Communities are opened after the list of conversations.');
    return openCommunityBook({ ...base, transfer, list: opened }, all);
  });

  return {
    communities: withActions({ all }, async () => (await later.open()).actions),
    look() {
      const isThere = base.matrix.client.getRooms().some((room) => room.isSpaceRoom());
      if (!later.isWanted() && !isThere) return;
      // NOTE: what could not be loaded is tried again with the next change.
      void later.open().then(
        (book) => book.look(),
        () => undefined,
      );
    },
    close: later.close,
  };
}
