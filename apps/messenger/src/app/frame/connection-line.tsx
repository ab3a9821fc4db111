import type { Connection } from '@sotto/client';
import { Banner, useObservable } from '@sotto/ui';
import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAccount } from '../client-context.tsx';

/** Short gaps are nobody's business. */
const GAP_MS = 2_000;

/** A thin line while messages cannot come and go; nothing otherwise. */
export function ConnectionLine() {
  const connection = useLasting(useObservable(useAccount().connection), GAP_MS);
  if (connection === 'online') return null;
  return (
    <div data-line className="shrink-0 border-b border-line bg-sunken pt-(--sotto-safe-top)">
      <Banner icon={<CloudOff />}>
        {connection === 'offline' ? 'You’re offline. What you send will wait.' : 'Connecting…'}
      </Banner>
    </div>
  );
}

/** The connection, where anything worse than online has to last before it counts. */
function useLasting(connection: Connection, gapMs: number): Connection {
  const [lasting, setLasting] = useState<Connection>('online');
  useEffect(() => {
    const timer = setTimeout(() => setLasting(connection), connection === 'online' ? 0 : gapMs);
    return () => clearTimeout(timer);
  }, [connection, gapMs]);
  return lasting;
}
