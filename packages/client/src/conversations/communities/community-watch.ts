import type { ConversationList } from '../conversation-list.ts';
import type { Transfer } from '../../media/transfer.ts';
import { createSubject } from '../../observable.ts';
import type { Communities, CommunitySummary } from '../../types/index.ts';
import type { CommunityBook } from './community-book.ts';
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
  let opening: Promise<CommunityBook> | undefined;

  async function load(): Promise<CommunityBook> {
    const { openCommunityBook } = await import('./community-book.ts');
    const opened = list();
    if (!opened) throw new Error('Communities are opened after the list of conversations.');
    return openCommunityBook({ ...base, transfer, list: opened }, all);
  }
  function open(): Promise<CommunityBook> {
    opening ??= load().catch((error: unknown) => {
      // Without a connection a script does not come either; the next use asks again.
      opening = undefined;
      throw error;
    });
    return opening;
  }
  type Actions = CommunityBook['actions'];
  function later<Name extends keyof Actions>(name: Name): Actions[Name] {
    const act = async (...given: readonly never[]): Promise<unknown> => {
      const actions: Readonly<Record<string, (...given: readonly never[]) => unknown>> = (
        await open()
      ).actions;
      return actions[name]?.(...given);
    };
    // SAFETY: it does what the very action does that it stands for.
    return act as Actions[Name];
  }

  return {
    communities: {
      all,
      open: later('open'),
      create: later('create'),
      addChannel: later('addChannel'),
      closeChannel: later('closeChannel'),
      joinChannel: later('joinChannel'),
      listMembers: later('listMembers'),
    },
    look() {
      const isThere = base.matrix.client.getRooms().some((room) => room.isSpaceRoom());
      if (!opening && !isThere) return;
      // NOTE: what could not be loaded is tried again with the next change.
      void open().then(
        (book) => book.look(),
        () => undefined,
      );
    },
    close() {
      // NOTE: what could not be opened needs no closing.
      void opening?.then((book) => book.close()).catch(() => undefined);
    },
  };
}
