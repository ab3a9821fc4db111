import { useRef } from 'react';
import { useRovingRows } from '../../conversations/use-roving-rows.ts';
import { useObservable } from '@sotto/ui';
import { useAccount } from '../../app/index.ts';
import { CommunityPlaces } from './community-places.tsx';

/** At the edge of a wide screen, for those who are in a community: where they can be. */
export function CommunityRail() {
  const container = useRef<HTMLElement>(null);
  const communities = useObservable(useAccount().communities.all);
  // All conversations, and the way to a new community.
  useRovingRows({ count: communities.length + 2, container, onLeave: () => undefined });
  return (
    <nav
      ref={container}
      aria-label="Communities"
      className="w-16 shrink-0 overflow-y-auto overscroll-contain border-e border-line bg-background ps-[env(safe-area-inset-left)] pt-(--sotto-safe-top) [scrollbar-width:none] max-md:hidden"
    >
      <ul className="flex flex-col items-center gap-2 py-2">
        <CommunityPlaces withTooltips />
      </ul>
    </nav>
  );
}
