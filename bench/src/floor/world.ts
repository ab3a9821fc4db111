import { randomBytes } from 'node:crypto';
import type { Clock } from '@sotto/kit';
import { buildEvent } from './build-event.ts';
import type { EventLog } from './event-log.ts';
import { Inbox } from './inbox.ts';

interface Person {
  readonly userId: string;
  readonly inbox: Inbox;
}

interface Room {
  readonly members: Person[];
  position: number;
  newestId: string | null;
}

export interface Message {
  readonly roomId: string;
  readonly type: string;
  readonly content: string;
}

/** People, rooms and messages without a single rule: whoever names a room is in it. */
export class World {
  readonly #log: EventLog;
  readonly #clock: Clock;
  readonly #peopleByToken = new Map<string, Person>();
  readonly #rooms = new Map<string, Room>();

  constructor(log: EventLog, clock: Clock) {
    this.#log = log;
    this.#clock = clock;
  }

  register(username: string): { userId: string; accessToken: string } {
    const userId = `@${username}:floor`;
    const accessToken = randomBytes(16).toString('base64url');
    this.#peopleByToken.set(accessToken, { userId, inbox: new Inbox() });
    return { userId, accessToken };
  }

  findPerson(accessToken: string): Person | undefined {
    return this.#peopleByToken.get(accessToken);
  }

  createRoom(creator: Person): string {
    const roomId = `!${randomBytes(32).toString('base64url')}`;
    this.#rooms.set(roomId, { members: [creator], position: 0, newestId: null });
    return roomId;
  }

  join(roomId: string, person: Person): void {
    this.#rooms.get(roomId)?.members.push(person);
  }

  /** Gives the event's id once it is on the disk; only then can anybody read it. */
  send(sender: Person, { roomId, type, content }: Message): Promise<string> {
    const room = this.#rooms.get(roomId);
    if (!room) return Promise.reject(new Error('no such room'));
    const position = room.position + 1;
    const { eventId, stored, shown } = buildEvent({
      roomId,
      sender: sender.userId,
      type,
      content,
      previousId: room.newestId,
      depth: position,
      sentAtMs: this.#clock.nowMs(),
    });
    room.position = position;
    room.newestId = eventId;

    const entries = room.members.map(({ userId, inbox }) => ({
      userId,
      inbox,
      seq: inbox.reserve(),
    }));
    return new Promise((resolve) => {
      this.#log.append({
        roomId,
        position,
        eventId,
        stored,
        inboxes: entries,
        onDurable() {
          for (const { inbox, seq } of entries) inbox.publish({ seq, roomId, shown });
          resolve(eventId);
        },
      });
    });
  }
}
