import { Navigate, Outlet, useChildMatches, useLocation, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { CannotOpen } from '../../auth/cannot-open.tsx';
import { OpenElsewhere } from '../../auth/open-elsewhere.tsx';
import { AccountProvider, useSession } from '../client-context.tsx';
import { safePath } from './safe-path.ts';
import { Splash } from './splash.tsx';

const LockedScreen = lazy(async () => ({
  default: (await import('../../auth/locked/locked-screen.tsx')).LockedScreen,
}));

/** Decides from the session alone what may be shown; the address waits until it may. */
export function SessionGate() {
  const session = useSession();
  const { href, pathname } = useLocation();
  const { next: wanted } = useSearch({ strict: false });
  const headedForWelcome = isWelcome(pathname);
  // What the outlet would render, which trails the address while a screen is being loaded.
  const atWelcome = useChildMatches({
    select: (matches) => matches[0]?.routeId === '/welcome',
  });

  switch (session.kind) {
    case 'starting':
      return <Splash />;
    case 'signed_out': {
      if (headedForWelcome) return atWelcome ? <Outlet /> : <Splash />;
      // Whoever signs in next after a deliberate sign-out need not be the same person.
      const remember = href !== '/' && session.reason !== 'by_me';
      // What stands behind a # is not for the server, and what is searched for is sent to it.
      const next = href.replace(/#.*/u, '');
      return <Navigate to="/welcome" search={remember ? { next } : {}} replace />;
    }
    case 'locked':
      return (
        <Suspense fallback={<Splash />}>
          <LockedScreen account={session.account} />
        </Suspense>
      );
    case 'ready':
      if (headedForWelcome) return <Navigate to={safePath(wanted)} replace />;
      if (atWelcome) return <Splash />;
      return (
        <AccountProvider value={session.account}>
          <Outlet />
        </AccountProvider>
      );
    case 'elsewhere':
      return <OpenElsewhere onTakeOver={() => session.takeOver()} />;
    case 'failed':
      return <CannotOpen problem={session.problem} onRetry={() => session.retry()} />;
    default:
      return session satisfies never;
  }
}

function isWelcome(pathname: string): boolean {
  return /^\/welcome(?:\/|$)/u.test(pathname);
}
