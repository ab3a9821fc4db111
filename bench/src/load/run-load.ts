import { setTimeout as sleep } from 'node:timers/promises';
import { readProcessUsage } from '../measure/process-usage.ts';
import type { Spread } from '../measure/samples.ts';
import { openConversations } from './conversation.ts';
import type { Fault } from './delivery-check.ts';
import { DELIVERY_MS_MAX, Lane } from './lane.ts';
import { runClosed, runOpen } from './models.ts';
import { Recorder } from './recorder.ts';

export interface LoadPlan {
  readonly origin: string;
  readonly pairs: number;
  /** Messages a second in the open model; null for the closed one. */
  readonly ratePerSecond: number | null;
  /** How long to measure, after the warm-up. */
  readonly seconds: number;
  /** End after so many messages instead; null measures by time. */
  readonly messages: number | null;
  /** The server's process, to read what it uses; null where that is not known. */
  readonly serverPid: number | null;
}

export interface LoadResult {
  readonly sent: number;
  /** In all of the run; equal to `sent` unless something is wrong. */
  readonly delivered: number;
  readonly faults: readonly Fault[];
  readonly perSecond: number;
  readonly sendMs: Spread;
  readonly deliverMs: Spread;
  readonly server: { readonly cpuMsPerMessage: number; readonly rssBytes: number } | null;
  /** How much of one processor the driver used: near 1, it measures itself. */
  readonly driverCpuShare: number;
}

/** The code of both sides is compiled to its fast form, and connections are open. */
const WARM_UP_MS = 3000;

/** Puts a server under load and holds it to its promises. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const recorder = new Recorder();
  const conversations = await openConversations(plan.origin, plan.pairs);
  const lanes = conversations.map((conversation) => new Lane(conversation, recorder));
  await Promise.all(lanes.map((lane) => lane.prepare()));

  const listening = Promise.all(lanes.map((lane) => lane.listen()));
  try {
    // Listening ends early only by failing.
    const usage = await Promise.race([
      measure(plan, lanes, recorder),
      listening.then(refuseSilence),
    ]);
    return describe(lanes, recorder, usage);
  } finally {
    for (const lane of lanes) lane.close();
    await listening.catch(() => undefined);
  }
}

interface Usage {
  readonly driverCpuMs: number;
  readonly server: { readonly cpuMs: number; readonly rssBytes: number } | null;
}

async function measure(plan: LoadPlan, lanes: readonly Lane[], recorder: Recorder): Promise<Usage> {
  let isOver = false;
  const enough = () => isOver || (plan.messages !== null && countSent(lanes) >= plan.messages);
  const driving =
    plan.ratePerSecond === null
      ? runClosed(lanes, enough)
      : runOpen(lanes, plan.ratePerSecond, enough);

  if (plan.messages === null) await Promise.race([sleep(WARM_UP_MS), driving]);
  const before = readUsage(plan.serverPid);
  recorder.begin(performance.now());
  await Promise.race(plan.messages === null ? [sleep(plan.seconds * 1000), driving] : [driving]);
  recorder.end(performance.now());
  const after = readUsage(plan.serverPid);

  isOver = true;
  await driving;
  await drain(lanes);
  return {
    driverCpuMs: after.driverCpuMs - before.driverCpuMs,
    server:
      after.server && before.server
        ? {
            cpuMs: after.server.cpuMs - before.server.cpuMs,
            rssBytes: after.server.rssBytes,
          }
        : null,
  };
}

function readUsage(serverPid: number | null): Usage {
  const { user, system } = process.cpuUsage();
  return {
    driverCpuMs: (user + system) / 1000,
    server: serverPid === null ? null : readProcessUsage(serverPid),
  };
}

async function drain(lanes: readonly Lane[]): Promise<void> {
  const endMs = performance.now() + DELIVERY_MS_MAX;
  while (performance.now() < endMs && !lanes.every((lane) => lane.isQuiet)) await sleep(10);
}

function describe(lanes: readonly Lane[], recorder: Recorder, usage: Usage): LoadResult {
  const { seconds, delivered, sendMs, deliverMs } = recorder.report();
  return {
    sent: countSent(lanes),
    delivered: lanes.reduce((sum, { check }) => sum + check.deliveredCount, 0),
    faults: lanes.flatMap(({ check }) => check.listFaults()),
    perSecond: delivered / seconds,
    sendMs,
    deliverMs,
    server: usage.server && {
      cpuMsPerMessage: usage.server.cpuMs / delivered,
      rssBytes: usage.server.rssBytes,
    },
    driverCpuShare: usage.driverCpuMs / (seconds * 1000),
  };
}

function countSent(lanes: readonly Lane[]): number {
  return lanes.reduce((sum, { sentCount }) => sum + sentCount, 0);
}

function refuseSilence(): never {
  throw new Error('The readers stopped listening before the end.');
}
