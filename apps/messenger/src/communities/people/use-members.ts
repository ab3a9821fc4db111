import type { CommunityMember, CommunitySummary } from '@sotto/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAccount } from '../../app/index.ts';

/** A pause in typing this long is a question. */
const PAUSE_MS = 200;

interface Found {
  readonly search: string;
  readonly members: readonly CommunityMember[];
  readonly total: number;
  readonly next: string | null;
  readonly failed: boolean;
}

export interface Members {
  /** Null while the first page is on its way. */
  readonly found: Found | null;
  readonly busy: boolean;
  readonly more: () => void;
  readonly again: () => void;
}

/**
 * The people of a community whose name fits, page by page. Asked again, with what is shown left standing,
 * when `standing` becomes another.
 */
export function useMembers(id: CommunitySummary['id'], typed: string, standing: string): Members {
  const { communities } = useAccount();
  const search = typed.trim();
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);

  const ask = useCallback(
    async (before: Found | null): Promise<Found> => {
      const page = await communities.listMembers(id, search, before?.next ?? null);
      if (!page.ok) {
        return before
          ? { ...before, failed: true }
          : { search, members: [], total: 0, next: null, failed: true };
      }
      const { members, total, next } = page.value;
      const known = new Set(before?.members.map(({ person }) => person.userId));
      const fresh = members.filter(({ person }) => !known.has(person.userId));
      return {
        search,
        members: [...(before?.members ?? []), ...fresh],
        total,
        next,
        failed: false,
      };
    },
    [communities, id, search],
  );

  const begin = useCallback(() => {
    let current = true;
    async function settle(): Promise<void> {
      const first = await ask(null);
      if (current) setFound(first);
    }
    void settle();
    return () => {
      current = false;
    };
  }, [ask]);

  useEffect(() => {
    let stop = () => {};
    const pauseMs = search === '' ? 0 : PAUSE_MS;
    const timer = setTimeout(() => {
      stop = begin();
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [begin, search]);

  const asked = useRef(standing);
  useEffect(() => {
    if (asked.current === standing) return;
    // Before everybody was known here, nothing has changed by their being known.
    const isFirst = asked.current === '';
    asked.current = standing;
    if (!isFirst) begin();
  }, [begin, standing]);

  async function load(): Promise<void> {
    if (busy || found === null) return;
    setBusy(true);
    const longer = await ask(found);
    setBusy(false);
    // What was typed meanwhile has its own answer.
    setFound((now) => (now === found ? longer : now));
  }

  return {
    found,
    busy,
    more: () => void load(),
    again: () => {
      setFound(null);
      begin();
    },
  };
}
