import '../matrix/silent-logger.ts';
import type { Clock } from '@sotto/kit';
import { createMatrix } from '../matrix/create-matrix.ts';
import type { Matrix } from '../matrix/matrix.ts';
import type { Platform } from '../platform/platform.ts';
import type { ServerRequests } from '../session/server-requests.ts';
import type { SessionRecord } from '../session/session-record.ts';
import { createTokens } from '../session/tokens.ts';
import type { Session } from '../types/index.ts';
import { AccountSession } from './account-session.ts';
import { openBase } from './open-base.ts';

/** A session that runs in this tab. */
export interface RunningSession {
  /** Stops without signing out. */
  stop(): Promise<void>;
}

export interface OpenAccountOptions {
  readonly baseUrl: string;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly requests: ServerRequests;
  readonly record: SessionRecord;
  readonly password: string | null;
  /** Ends an opening that is under way. */
  readonly signal: AbortSignal;
  readonly saveRecord: (change: Partial<SessionRecord>) => Promise<void>;
  readonly publish: (session: Session) => void;
  readonly onEnded: (keysStayGood: boolean) => void;
  readonly onSignedOut: () => Promise<void>;
}

/**
 * Runs a signed-in device. This module brings the SDK and its crypto along; it is loaded only
 * once there is a session.
 */
export async function openAccount(options: OpenAccountOptions): Promise<RunningSession> {
  const { baseUrl, platform, clock, requests, record, saveRecord } = options;
  const { fetch } = platform;
  const tokens = createTokens({ current: record, keep: saveRecord, requests, fetch, clock });
  const matrix = await createMatrix({ baseUrl, record, tokens, platform });
  try {
    return await runSession(matrix, options);
  } catch (error) {
    // Two machines on one crypto store would lose messages: this one must be gone for the next,
    // and it is still busy with what it began by itself when it was made.
    await matrix.crypto.checkKeyBackupAndEnable().catch(() => null);
    await matrix.stop();
    throw error;
  }
}

async function runSession(matrix: Matrix, options: OpenAccountOptions): Promise<RunningSession> {
  const { platform, clock, record, saveRecord } = options;
  const { base, close } = await openBase(matrix, platform, clock);
  const session = new AccountSession({
    base,
    password: options.password,
    signal: options.signal,
    linkedBy: record.linkedBy ?? null,
    wasSettled: record.identity === 'settled',
    onSettled: () => saveRecord({ identity: 'settled' }),
    publish: options.publish,
    onEnded: options.onEnded,
    onSignedOut: options.onSignedOut,
  });
  async function stop(): Promise<void> {
    close();
    await session.stop();
  }
  try {
    await session.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}
