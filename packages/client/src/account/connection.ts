import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { SyncState } from 'matrix-js-sdk/lib/sync.js';
import { createSubject, type Observable } from '../observable.ts';
import type { NetworkWatch } from '../platform/network-watch.ts';
import type { Connection } from '../types/index.ts';

export interface ConnectionWatch {
  readonly connection: Observable<Connection>;
  /** True while messages can leave. */
  readonly online: Observable<boolean>;
  close(): void;
}

const CONNECTIONS: Readonly<Record<SyncState, Connection>> = {
  [SyncState.Syncing]: 'online',
  [SyncState.Prepared]: 'connecting',
  [SyncState.Catchup]: 'connecting',
  [SyncState.Reconnecting]: 'connecting',
  [SyncState.Error]: 'offline',
  [SyncState.Stopped]: 'offline',
};

function read(state: SyncState | null, hasNetwork: boolean): Connection {
  if (!hasNetwork) return 'offline';
  return state === null ? 'connecting' : CONNECTIONS[state];
}

/** Follows the connection to the server, and hurries it when the network comes back. */
export function watchConnection(client: MatrixClient, network: NetworkWatch): ConnectionWatch {
  const connection = createSubject<Connection>('connecting');
  const online = createSubject(false);

  function look(): void {
    connection.set(read(client.getSyncState(), network.online.get()));
    online.set(connection.get() === 'online');
  }
  const onNetwork = (): void => {
    if (network.online.get()) client.retryImmediately();
    look();
  };
  client.on(ClientEvent.Sync, look);
  const stops = [
    network.online.subscribe(onNetwork),
    // A page that was asleep has missed its own timers.
    network.visible.subscribe(() => {
      if (network.visible.get()) client.retryImmediately();
    }),
  ];

  return {
    connection,
    online,
    close() {
      client.off(ClientEvent.Sync, look);
      for (const stop of stops) stop();
    },
  };
}
