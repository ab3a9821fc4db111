import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { UserEvent, type User } from 'matrix-js-sdk/lib/models/user.js';
import type { Clock } from '@sotto/kit';
import type { Observable } from '../../observable.ts';
import type { Presence } from '../../types/index.ts';

/**
 * Who is there, as told since this device is connected. What the SDK remembers from before says
 * nothing about now.
 */
export interface PresenceBook {
  of(userId: string): Presence | null;
  /** Calls with whoever is told of anew, until the answer is called. */
  subscribe(listener: (userId: string) => void): () => void;
  close(): void;
}

interface Options {
  readonly client: MatrixClient;
  readonly clock: Clock;
  readonly online: Observable<boolean>;
}

export function openPresenceBook({ client, clock, online }: Options): PresenceBook {
  const known = new Map<string, Presence>();
  const listeners = new Set<(userId: string) => void>();
  const tell = (userId: string): void => listeners.forEach((listener) => listener(userId));

  const onPresence = (event: MatrixEvent | undefined, { userId }: User): void => {
    const { presence, last_active_ago: agoMs } = event?.getContent() ?? {};
    known.set(userId, {
      online: presence === 'online',
      lastActiveMs: typeof agoMs === 'number' ? clock.nowMs() - agoMs : null,
    });
    tell(userId);
  };
  const stopForgetting = online.subscribe(() => {
    if (online.get()) return;
    const forgotten = [...known.keys()];
    known.clear();
    forgotten.forEach(tell);
  });
  client.on(UserEvent.LastPresenceTs, onPresence);

  return {
    of: (userId) => known.get(userId) ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      stopForgetting();
      client.off(UserEvent.LastPresenceTs, onPresence);
    },
  };
}
