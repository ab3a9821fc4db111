import SqliteDatabase from 'better-sqlite3';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openConversations } from '../load/conversation.ts';
import { findFreePort } from '../servers/free-port.ts';
import { sotto } from '../servers/programs.ts';
import { startServer, type RunningServer } from '../servers/start-server.ts';
import { CrashLane } from './crash-lane.ts';
import type { Tally } from './promises.ts';

export interface CrashOptions {
  readonly rounds: number;
  readonly pairs: number;
  /** Kept from the first round to the last. */
  readonly dataDir: string;
}

/** Anywhere between the first sends of a round and a busy log with several checkpoints behind it. */
const KILL_AFTER_MS = [100, 900] as const;

/** Kills the server in the middle of its work, starts it again on what it left, and checks every promise. */
export async function runCrashTest(options: CrashOptions, tally: Tally): Promise<void> {
  const { rounds, pairs, dataDir } = options;
  const port = await findFreePort();
  const start = () => startServer(sotto, { dataDir, port });
  let server = await start();
  try {
    const conversations = await openConversations(server.origin, pairs);
    const lanes = conversations.map((conversation) => new CrashLane(conversation));
    await Promise.all(lanes.map((lane) => lane.prepare()));

    let interrupted = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const killedAfterMs = await killUnderLoad(server, lanes);
      server = await start();
      const retried = await recover(lanes);
      interrupted += retried;

      tally.countFaults(
        `after round ${round}`,
        lanes.flatMap((lane) => lane.check.listFaults()),
      );
      console.log(
        `round ${round}: killed after ${killedAfterMs} ms, back in ${server.startMs.toFixed(0)} ms; ${retried} sends retried, ${countAcknowledged(lanes)} acknowledged so far`,
      );
    }
    // A crash between two sends would prove nothing.
    tally.count('the kills met sends under way', interrupted >= rounds);
    const inHistory = await Promise.all(lanes.map((lane) => lane.checkHistory()));
    tally.countFaults('in the history', inHistory.flat());
    for (const lane of lanes) lane.close();
  } finally {
    await server.stop();
  }
  tally.count('the database is whole', isWhole(join(dataDir, sotto.databaseFile)));
}

async function killUnderLoad(server: RunningServer, lanes: readonly CrashLane[]): Promise<number> {
  const traffic = Promise.all(lanes.map((lane) => lane.runUntilLost()));
  const afterMs = randomInt(...KILL_AFTER_MS);
  await Promise.race([sleep(afterMs), traffic]);
  await server.kill();
  await traffic;
  return afterMs;
}

/** Gives how many sends the crash had interrupted. */
async function recover(lanes: readonly CrashLane[]): Promise<number> {
  // Before anything is sent again: a retry would put back what was lost.
  await Promise.all(lanes.map((lane) => lane.catchUp()));
  const wereInterrupted = await Promise.all(lanes.map((lane) => lane.retry()));
  await Promise.all(lanes.map((lane) => lane.catchUp()));
  return wereInterrupted.filter(Boolean).length;
}

function countAcknowledged(lanes: readonly CrashLane[]): number {
  return lanes.reduce((sum, { acknowledgedCount }) => sum + acknowledgedCount, 0);
}

function isWhole(databasePath: string): boolean {
  const file = new SqliteDatabase(databasePath, { readonly: true });
  try {
    return file.pragma('integrity_check', { simple: true }) === 'ok';
  } finally {
    file.close();
  }
}
