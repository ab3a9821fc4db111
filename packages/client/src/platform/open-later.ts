import type { Observable } from '../observable.ts';

/** A part of an account whose script is fetched later than the first ones. */
export interface LaterPart<Part> {
  /** Opens it at its first use. */
  readonly open: () => Promise<Part>;
  /** Whether somebody has asked for it. */
  readonly isWanted: () => boolean;
  /** One that opens only now, or is asked for after this, is closed at once. */
  readonly close: () => void;
}

/** Does something once. Without a connection a script does not come: then the next use asks again. */
export function once<Value>(get: () => Promise<Value>): () => Promise<Value> {
  let getting: Promise<Value> | undefined;
  return () => {
    getting ??= get().catch((error: unknown) => {
      getting = undefined;
      throw error;
    });
    return getting;
  };
}

/** Opens a part when somebody wants it. */
export function openLater<Part extends { close(): void }>(
  load: () => Promise<Part>,
): LaterPart<Part> {
  let opened: Part | undefined;
  let wanted = false;
  let closed = false;

  const open = once(async () => {
    const part = await load();
    if (closed) part.close();
    opened = part;
    return part;
  });

  return {
    open() {
      wanted = true;
      return open();
    },
    isWanted: () => wanted,
    close() {
      closed = true;
      opened?.close();
    },
  };
}

/** Opens a part right away, or else with the next connection. */
export function openSoon<Part extends { close(): void }>(
  online: Observable<boolean>,
  load: () => Promise<Part>,
): LaterPart<Part> {
  const later = openLater(load);
  const tryToOpen = (): void => {
    // NOTE: tried again with the next connection.
    later.open().catch(() => undefined);
  };
  tryToOpen();
  const stopWatching = online.subscribe(tryToOpen);

  return {
    ...later,
    close() {
      stopWatching();
      later.close();
    },
  };
}
