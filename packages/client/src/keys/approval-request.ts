import {
  VerificationPhase,
  VerificationRequestEvent,
  VerifierEvent,
  type ShowSasCallbacks,
  type VerificationRequest,
  type Verifier,
} from 'matrix-js-sdk/lib/crypto-api/verification.js';
import type { DeviceId } from '@sotto/protocol';
import { createSubject } from '../observable.ts';
import type { ApprovalRequest, ApprovalState } from '../types/index.ts';

const EMOJI_METHOD = 'm.sas.v1';

interface Options {
  readonly request: VerificationRequest;
  readonly deviceId: DeviceId | null;
  readonly deviceName: string;
  readonly askedAtMs: number;
}

const isOver = ({ kind }: ApprovalState): boolean => kind === 'approved' || kind === 'refused';

/**
 * One device asking another for approval, seen from either side. Both show the same emoji; the
 * approving side starts the comparison.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#short-authentication-string-sas-verification
 */
export function createApprovalRequest({
  request,
  deviceId,
  deviceName,
  askedAtMs,
}: Options): ApprovalRequest {
  const state = createSubject<ApprovalState>({ kind: 'asked' });
  let followed: Verifier | undefined;
  let sas: ShowSasCallbacks | undefined;

  function settle(next: ApprovalState): void {
    if (!isOver(state.get())) state.set(next);
  }

  function show(callbacks: ShowSasCallbacks): void {
    sas = callbacks;
    const emoji = (callbacks.sas.emoji ?? []).map(([symbol, name]) => ({ symbol, name }));
    settle({ kind: 'comparing', emoji });
  }

  function follow(verifier: Verifier): void {
    if (followed === verifier) return;
    followed = verifier;
    verifier.on(VerifierEvent.ShowSas, show);
    const shown = verifier.getShowSasCallbacks();
    if (shown) show(shown);
    verifier.verify().then(
      () => settle({ kind: 'approved' }),
      () => settle({ kind: 'refused' }),
    );
  }

  function onChange(): void {
    if (request.phase === VerificationPhase.Cancelled) settle({ kind: 'refused' });
    else if (request.phase === VerificationPhase.Done) settle({ kind: 'approved' });
    else if (request.verifier) follow(request.verifier);
    if (isOver(state.get())) request.off(VerificationRequestEvent.Change, onChange);
  }
  request.on(VerificationRequestEvent.Change, onChange);

  return {
    id: request.transactionId ?? '',
    deviceId,
    deviceName,
    askedAtMs,
    state,
    async accept() {
      if (request.initiatedByMe || request.phase !== VerificationPhase.Requested) return;
      await request.accept();
      follow(await request.startVerification(EMOJI_METHOD));
    },
    async confirmMatch() {
      settle({ kind: 'waiting' });
      await sas?.confirm();
    },
    async refuse() {
      if (isOver(state.get())) return;
      if (sas) sas.mismatch();
      else await request.cancel();
      settle({ kind: 'refused' });
    },
  };
}
