import SqliteDatabase from 'better-sqlite3';

export interface Append {
  readonly roomId: string;
  readonly position: number;
  readonly eventId: string;
  readonly stored: string;
  readonly inboxes: readonly { readonly userId: string; readonly seq: number }[];
  /** Runs once the event is on the disk. */
  readonly onDurable: () => void;
}

export interface EventLog {
  append(append: Append): void;
}

/** As many as the server under test puts into one commit. */
const BATCH_EVENTS_MAX = 64;

/** Two tables in SQLite, written in groups: one fsync for everything that waited meanwhile. */
export function openEventLog(path: string): EventLog {
  const file = new SqliteDatabase(path);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.exec(`
    create table event (room_id text, position integer, event_id text unique, json text,
      primary key (room_id, position)) without rowid;
    create table inbox_entry (user_id text, seq integer, room_id text, position integer,
      primary key (user_id, seq)) without rowid;`);
  const insertEvent = file.prepare('insert into event values (?, ?, ?, ?)');
  const insertEntry = file.prepare('insert into inbox_entry values (?, ?, ?, ?)');
  const queue: Append[] = [];

  const write = file.transaction((batch: readonly Append[]) => {
    for (const { roomId, position, eventId, stored, inboxes } of batch) {
      insertEvent.run(roomId, position, eventId, stored);
      for (const { userId, seq } of inboxes) insertEntry.run(userId, seq, roomId, position);
    }
  });

  function commit(): void {
    const batch = queue.splice(0, BATCH_EVENTS_MAX);
    write.immediate(batch);
    for (const { onDurable } of batch) onDurable();
    if (queue.length > 0) setImmediate(commit);
  }

  return {
    append(append) {
      queue.push(append);
      if (queue.length === 1) setImmediate(commit);
    },
  };
}
