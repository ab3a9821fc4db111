import {
  DeviceId,
  UserId,
  type KeysClaimRequest,
  type OlmMachine,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { CryptoApi } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { RustCrypto } from 'matrix-js-sdk/lib/rust-crypto/rust-crypto.js';

/** What claims keys for new Olm sessions, and whom it has do so. */
interface KeyClaims {
  outgoingRequestProcessor: { makeOutgoingRequest(claim: KeysClaimRequest): Promise<void> };
}

/** Devices per request, as the SDK sends keys. */
const DEVICES_MAX = 250;

/**
 * Opens each new Olm session with an `m.dummy`, and only then lets it carry a key. Whoever receives the first
 * message of a session stores the session before what was in it: a page that is closed in between can never
 * open that message again, and what its key encrypts is lost. Any later message is stored with its session.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#mdummy
 */
export function openSessionsFirst(client: MatrixClient, crypto: CryptoApi): void {
  // SAFETY: `initRustCrypto` makes this class, and nothing public stands between a session and its first use.
  const rust = crypto as RustCrypto;
  // SAFETY: as above; the class names it so.
  const machine = rust['olmMachine'] as OlmMachine;
  // SAFETY: as above; all sessions but those that replace broken ones are opened through it.
  const claims = rust['keyClaimManager'] as unknown as KeyClaims;
  const { outgoingRequestProcessor: processor } = claims;

  async function sendDummies(devices: readonly DeviceRef[]): Promise<void> {
    const messages = new Map<string, Map<string, Record<string, unknown>>>();
    for (const { userId, deviceId } of devices) {
      const device = await machine.getDevice(new UserId(userId), new DeviceId(deviceId), 0);
      // A device its owner has not signed is given no key, so nothing of it could be lost.
      if (!device?.isCrossSignedByOwner()) continue;
      // NOTE: a device without a key to claim has no session; it gets nothing else either.
      const dummy = await device.encryptToDeviceEvent('m.dummy', {}).catch(() => undefined);
      if (dummy === undefined) continue;
      const ofUser = messages.get(userId) ?? new Map<string, Record<string, unknown>>();
      messages.set(userId, ofUser.set(deviceId, JSON.parse(dummy)));
    }
    if (messages.size > 0) await client.sendToDevice('m.room.encrypted', messages);
  }

  claims.outgoingRequestProcessor = {
    async makeOutgoingRequest(claim) {
      const devices = devicesIn(claim.body);
      await processor.makeOutgoingRequest(claim);
      for (let from = 0; from < devices.length; from += DEVICES_MAX) {
        // NOTE: what follows reaches them without it as well, only not so safely.
        await sendDummies(devices.slice(from, from + DEVICES_MAX)).catch(() => undefined);
      }
    },
  };
}

interface DeviceRef {
  readonly userId: string;
  readonly deviceId: string;
}

function devicesIn(claim: string): readonly DeviceRef[] {
  // SAFETY: the crypto writes its requests as the specification has them.
  const { one_time_keys: asked } = JSON.parse(claim) as {
    readonly one_time_keys: Readonly<Record<string, object>>;
  };
  return Object.entries(asked).flatMap(([userId, devices]) =>
    Object.keys(devices).map((deviceId) => ({ userId, deviceId })),
  );
}
