import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { Clock } from '@sotto/kit';
import { readLinkCode } from '@sotto/protocol';
import type { Approvals } from '../../keys/approvals.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import { ask, numberOf, sottoPath, textOf } from '../../people/book/ask.ts';
import { ProblemError } from '../../session/problems.ts';
import type { AskingDevice } from '../../types/index.ts';
import { listDevices } from './device-list.ts';

/** How long a device that was let in has to ask for keys without being asked who it is once more. */
const EXPECTED_MS = 5 * 60_000;

/**
 * What a signed-in device does to let a new one in. See `docs/reference/device-linking.md`.
 */
export interface LettingIn {
  findAsking(typed: string): Promise<AskingDevice>;
  letIn(asking: AskingDevice, number: number): Promise<void>;
  refuse(asking: AskingDevice): Promise<void>;
  close(): void;
}

interface Options {
  readonly matrix: Matrix;
  readonly approvals: Approvals;
  readonly clock: Clock;
}

export function createLettingIn({ matrix, approvals, clock }: Options): LettingIn {
  const { client, deviceId } = matrix;
  let expectedUntilMs = 0;

  /** Starts comparing with a device this one has just said yes to: the question was answered there. */
  async function meet(): Promise<void> {
    const open = approvals.open.get().filter(({ state }) => state.get().kind === 'asked');
    if (open.length === 0 || clock.nowMs() > expectedUntilMs) return;
    const devices = await listDevices(matrix);
    for (const approval of open) {
      const device = devices.find(({ id }) => id === approval.deviceId);
      if (device?.linkedBy !== deviceId || device.trusted) continue;
      expectedUntilMs = 0;
      await approval.accept();
    }
  }
  // NOTE: what cannot be started by itself is asked, as for any other device.
  const stop = approvals.open.subscribe(() => void meet().catch(() => undefined));

  const post = (path: string, body: Readonly<Record<string, unknown>>) =>
    ask(client, { method: Method.Post, path, body });

  return {
    async findAsking(typed) {
      const code = readLinkCode(typed);
      if (code === null) {
        throw new ProblemError('failed', 'A code has eight letters and digits. Check it.');
      }
      const reply = await post(sottoPath('device_links', 'claim'), { code });
      const nowMs = clock.nowMs();
      const numbers: readonly unknown[] = Array.isArray(reply['numbers']) ? reply['numbers'] : [];
      return {
        id: textOf(reply['link_id']),
        clientName: textOf(reply['client_name']) || null,
        address: textOf(reply['address']),
        sameNetwork: reply['same_network'] === true,
        askedAtMs: nowMs - (numberOf(reply['age_ms']) ?? 0),
        endsAtMs: nowMs + (numberOf(reply['expires_in_ms']) ?? 0),
        numbers: numbers.filter((number) => typeof number === 'number'),
      };
    },
    async letIn({ id }, number) {
      // Before the answer: the new device may be quicker than it.
      expectedUntilMs = clock.nowMs() + EXPECTED_MS;
      try {
        await post(sottoPath('device_links', id, 'confirm'), { number });
      } catch (error) {
        expectedUntilMs = 0;
        throw error;
      }
    },
    async refuse({ id }) {
      await post(sottoPath('device_links', id, 'refuse'), {});
    },
    close: stop,
  };
}
