import { OnceWanted, useObservable } from '@sotto/ui';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ApprovalDialog } from '../../auth/approval/approval-dialog.tsx';
import { useRecoveryPrompt } from '../../auth/recovery-prompt-context.tsx';
import { useAccount } from '../client-context.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { UpdateOffer } from './update-offer.tsx';
import { useAppShortcuts } from './use-app-shortcuts.ts';
import { usePageTitle } from './use-page-title.ts';

const RecoveryCodeScreen = lazy(async () => ({
  default: (await import('../../auth/recovery/recovery-code-screen.tsx')).RecoveryCodeScreen,
}));

const CommunityRail = lazy(async () => ({
  default: (await import('../../communities/rail/community-rail.tsx')).CommunityRail,
}));
const NewDeviceLine = lazy(async () => ({
  default: (await import('../../devices/new-device/new-device-line.tsx')).NewDeviceLine,
}));

const ShortcutHelp = lazy(async () => ({
  default: (await import('./shortcut-help.tsx')).ShortcutHelp,
}));

/** What surrounds every screen of a signed-in person. */
export function AccountFrame() {
  const account = useAccount();
  const code = useObservable(account.newRecoveryCode);
  const hasCommunities = useObservable(account.communities.all).length > 0;
  const prompt = useRecoveryPrompt();
  const place = usePageTitle();
  const [helpOpen, setHelpOpen] = useState(false);
  useAppShortcuts(() => setHelpOpen(true));

  if (code !== null && prompt.showing) {
    return (
      <Suspense>
        <RecoveryCodeScreen code={code} />
      </Suspense>
    );
  }
  return (
    <div className="flex h-dvh flex-col has-[>[data-line]]:[--sotto-safe-top:0px]">
      <a
        href="#detail"
        className="fixed start-2 top-2 z-50 -translate-y-20 rounded-control bg-raised px-4 py-2 font-semibold text-accent shadow-float focus:translate-y-0"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('detail')?.focus();
        }}
      >
        Skip to content
      </a>
      <ConnectionLine />
      <Suspense>
        <NewDeviceLine />
      </Suspense>
      <div className="flex min-h-0 flex-1">
        {hasCommunities && (
          <Suspense>
            <CommunityRail />
          </Suspense>
        )}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <Outlet />
        </div>
      </div>
      <output className="sr-only">{place}</output>
      <ApprovalDialog />
      <UpdateOffer />
      <OnceWanted wanted={helpOpen}>
        <ShortcutHelp open={helpOpen} onOpenChange={setHelpOpen} />
      </OnceWanted>
    </div>
  );
}
