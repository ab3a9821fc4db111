import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../http/connection.ts';
import { callMatrix } from '../http/matrix-call.ts';
import { signUpReceivers, type Receiver } from '../load/conversation.ts';
import { receiveMessages, sendMessage } from '../load/message.ts';
import { signUp, type Person } from '../load/person.ts';
import { RunError } from '../run-error.ts';
import type { Disk } from './disk.ts';
import { Samples, type Spread } from './samples.ts';

const LONG_POLL_MS = 60_000;
/** The joins that count are those of a room that is nearly full. */
const LAST_JOINS = 100;
const CONNECTED_AT_ONCE = 50;
const MESSAGES = 210;
/** The first messages find a cold path. */
const WARM_UP_MESSAGES = 10;

export interface Crowd {
  readonly joinMs: Spread;
  readonly sendMs: Spread;
  /** From the start of the send until the sync of one member has returned with it; all members. */
  readonly deliverMs: Spread;
  /** The disk alone, in between: when its p99 jumps, so does that of everything that waits for it. */
  readonly diskMs: Spread;
}

/** One room of many who all listen: what joining it takes, and writing to it. */
export async function measureCrowd(
  origin: string,
  { count, disk }: { readonly count: number; readonly disk: Disk },
): Promise<Crowd> {
  const sender = await signUp(new Connection(origin), `host-${process.pid}`);
  const receivers = await signUpReceivers(origin, count);
  const { room_id: roomId } = await callMatrix<{ room_id: string }>(sender.connection, {
    method: 'POST',
    path: '/_matrix/client/v3/createRoom',
    accessToken: sender.accessToken,
    body: JSON.stringify({ preset: 'public_chat' }),
  });
  const joinMs = await joinAll(receivers, { origin, roomId });

  for (const receiver of receivers) {
    reconnect(receiver, origin);
    await receiveMessages(receiver, 0);
  }
  for (const [index, person] of [sender, ...receivers].entries()) {
    reconnect(person, origin);
    // A listening socket keeps only some hundred connections in its queue.
    if (index % CONNECTED_AT_ONCE === 0) await sleep(20);
  }
  const [send, deliver, sync] = [new Samples(), new Samples(), new Samples()];
  for (let sequence = 1; sequence <= MESSAGES; sequence += 1) {
    const counts = sequence > WARM_UP_MESSAGES;
    const waiting = receivers.map((receiver) => receiveMessages(receiver, LONG_POLL_MS));
    await allAreWaiting(sender.connection, origin);
    const startMs = performance.now();
    const heard = waiting.map(async (sync) => {
      const deliveries = await sync;
      if (counts) deliver.add(performance.now() - startMs);
      if (deliveries.length !== 1 || deliveries[0]?.sequence !== sequence) {
        throw new RunError('A member of the crowd did not get the message, or got another.');
      }
    });
    await sendMessage({ roomId, sender }, sequence);
    if (counts) send.add(performance.now() - startMs);
    await Promise.all(heard);
    if (counts) sync.add(await disk.timeSync());
  }
  for (const { connection } of [sender, ...receivers]) connection.close();
  return { joinMs, sendMs: send.spread(), deliverMs: deliver.spread(), diskMs: sync.spread() };
}

/** The server closes connections that were silent for long, and signing up so many takes long. */
function reconnect(person: Person, origin: string): void {
  person.connection.close();
  Object.assign(person, { connection: new Connection(origin) });
}

async function joinAll(
  receivers: readonly Receiver[],
  { origin, roomId }: { readonly origin: string; readonly roomId: string },
): Promise<Spread> {
  const joins = new Samples();
  for (const [index, receiver] of receivers.entries()) {
    reconnect(receiver, origin);
    const { connection, accessToken } = receiver;
    const startMs = performance.now();
    await callMatrix(connection, {
      method: 'POST',
      path: `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/join`,
      accessToken,
      body: '{}',
    });
    if (index >= receivers.length - LAST_JOINS) joins.add(performance.now() - startMs);
  }
  return joins.spread();
}

/** The server has read every request that was sent before this one, once it has answered this one. */
async function allAreWaiting(connection: Connection, origin: string): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await callMatrix(connection, {
      method: 'GET',
      path: '/_matrix/client/versions',
      accessToken: '',
    }).catch((cause: unknown) => {
      throw new RunError(`${origin} does not answer.`, { cause });
    });
  }
}
