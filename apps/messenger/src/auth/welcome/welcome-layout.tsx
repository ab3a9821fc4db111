import type { Outcome, ServerInfo } from '@sotto/client';
import { Outlet } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from '../../app/index.ts';
import { ServerProvider } from './server-context.ts';

/** Asks the server about itself once for all of the door's pages. */
export function WelcomeLayout() {
  const client = useClient();
  const [answer, setAnswer] = useState<Outcome<ServerInfo> | null>(null);

  const ask = useCallback(() => {
    void client.describeServer().then(setAnswer);
  }, [client]);
  useEffect(ask, [ask]);

  const description = useMemo(() => ({ answer, askAgain: ask }), [answer, ask]);
  return (
    <ServerProvider value={description}>
      <Outlet />
    </ServerProvider>
  );
}
