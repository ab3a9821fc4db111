import { useObservable } from '@sotto/ui';
import { useAccount } from '../../app/index.ts';
import { CommunityPlaces } from './community-places.tsx';

/** The rail of a phone: under the list, where a thumb is. */
export function CommunitySwitcher() {
  const communities = useObservable(useAccount().communities.all);
  if (communities.length === 0) return null;
  return (
    <nav
      aria-label="Communities"
      className="shrink-0 overflow-x-auto overscroll-contain border-t border-line bg-background pb-[env(safe-area-inset-bottom)] [scrollbar-width:none] md:hidden"
    >
      <ul className="flex w-max items-center gap-2 px-3 py-2">
        <CommunityPlaces withTooltips={false} />
      </ul>
    </nav>
  );
}
