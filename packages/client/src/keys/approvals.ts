import { CryptoEvent } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { VerificationRequest } from 'matrix-js-sdk/lib/crypto-api/verification.js';
import type { Clock } from '@sotto/kit';
import type { DeviceId } from '@sotto/protocol';
import type { Matrix } from '../matrix/matrix.ts';
import { createSubject, type Observable } from '../observable.ts';
import type { ApprovalRequest } from '../types/index.ts';
import { createApprovalRequest } from './approval-request.ts';

/** Requests of my other devices to be approved by this one, while they are open. */
export interface Approvals {
  readonly open: Observable<readonly ApprovalRequest[]>;
  /** Asks my other devices to approve this one: the one that let it in, if it is there. */
  ask(linkedBy: DeviceId | null): Promise<ApprovalRequest>;
  close(): void;
}

export function watchApprovals({ client, crypto, userId }: Matrix, clock: Clock): Approvals {
  const open = createSubject<readonly ApprovalRequest[]>([]);

  async function nameOf(deviceId: string | undefined): Promise<string> {
    const devices = await crypto.getUserDeviceInfo([userId]);
    const device = deviceId === undefined ? undefined : devices.get(userId)?.get(deviceId);
    return device?.displayName ?? deviceId ?? 'Unknown device';
  }

  async function add(request: VerificationRequest): Promise<void> {
    const deviceName = await nameOf(request.otherDeviceId);
    // SAFETY: devices are named by their ids.
    const deviceId = (request.otherDeviceId ?? null) as DeviceId | null;
    const askedAtMs = clock.nowMs();
    const approval = createApprovalRequest({ request, deviceId, deviceName, askedAtMs });
    open.set([...open.get(), approval]);
    approval.state.subscribe(() => {
      const { kind } = approval.state.get();
      if (kind !== 'approved' && kind !== 'refused') return;
      open.set(open.get().filter((other) => other !== approval));
    });
  }

  const onRequest = (request: VerificationRequest): void => {
    if (!request.isSelfVerification || request.initiatedByMe || !request.pending) return;
    void add(request);
  };
  async function requestFrom(linkedBy: DeviceId | null): Promise<VerificationRequest> {
    const devices = await crypto.getUserDeviceInfo([userId], true);
    const isThere = linkedBy !== null && devices.get(userId)?.has(linkedBy) === true;
    return isThere
      ? crypto.requestDeviceVerification(userId, linkedBy)
      : crypto.requestOwnUserVerification();
  }

  client.on(CryptoEvent.VerificationRequestReceived, onRequest);

  return {
    open,
    async ask(linkedBy) {
      const request = await requestFrom(linkedBy);
      const deviceName = 'Your other devices';
      return createApprovalRequest({
        request,
        deviceId: null,
        deviceName,
        askedAtMs: clock.nowMs(),
      });
    },
    close: () => void client.off(CryptoEvent.VerificationRequestReceived, onRequest),
  };
}
