import { RustCrypto } from 'matrix-js-sdk/lib/rust-crypto/rust-crypto.js';
import type { Observable } from '../observable.ts';

/** Keys an inviter may have shared for a conversation that was joined lately. */
interface AwaitedBundle {
  readonly roomId: string;
  readonly inviter: string;
}

type AcceptKeyBundle = (this: RustCrypto, roomId: string, inviter: string) => Promise<boolean>;

/** What each machine wanted to ask for while it was being made; none once it may ask. */
const deferred = new WeakMap<object, AwaitedBundle[]>();
const mayAsk = new WeakSet();
let installed: AcceptKeyBundle | undefined;

/**
 * Lets a crypto machine be made without the server. For a day after an invitation was accepted, the
 * SDK asks about the inviter's keys each time it makes the machine, and waits for the answer: with
 * the server down nobody could open what is on their own device. The SDK means to do this in the
 * background; until then it is asked for here, once there is a connection.
 *
 * @see https://github.com/matrix-org/matrix-rust-sdk/issues/5112
 */
export function deferKeyBundles(): void {
  const { prototype } = RustCrypto;
  // Called below only on the machine it belongs to.
  const accept: AcceptKeyBundle = Reflect.get(prototype, 'maybeAcceptKeyBundle');
  if (accept === installed) return;
  installed = async function maybeAcceptKeyBundle(roomId, inviter) {
    if (mayAsk.has(this)) return accept.call(this, roomId, inviter);
    deferred.set(this, [...(deferred.get(this) ?? []), { roomId, inviter }]);
    return false;
  };
  prototype.maybeAcceptKeyBundle = installed;
}

/** From here on the machine may ask by itself. */
export function allowKeyBundles(crypto: object): void {
  mayAsk.add(crypto);
}

/** Asks for what was put off, once there is a connection. The result stops it. */
export function fetchDeferredKeyBundles(crypto: object, online: Observable<boolean>): () => void {
  let fetching = false;

  async function fetchNow(machine: RustCrypto): Promise<void> {
    fetching = true;
    for (let next = deferred.get(machine)?.[0]; next; next = deferred.get(machine)?.[0]) {
      try {
        await machine.maybeAcceptKeyBundle(next.roomId, next.inviter);
      } catch {
        // NOTE: asked again with the next connection, and the next start.
        break;
      }
      deferred.get(machine)?.shift();
    }
    fetching = false;
  }
  const look = (): void => {
    // SAFETY: only a machine that `deferKeyBundles` stands before has anything put off.
    if (online.get() && !fetching && deferred.has(crypto)) void fetchNow(crypto as RustCrypto);
  };
  const stop = online.subscribe(look);
  look();
  return stop;
}
