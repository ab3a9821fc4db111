import { createRoomContext, type RoomDeps } from './context.ts';
import { createHistoryFloors, type HistoryFloors } from './floors.ts';
import { createHistory, type History } from './history.ts';
import type { RoomWriter } from './log/writer.ts';
import { createFounding, type RoomFounding } from './writing/founding.ts';
import { createMemberships, type Memberships } from './writing/membership.ts';
import { createReading, type RoomReading } from './reading.ts';
import { createSending, type Sending } from './writing/sending.ts';

/** Rooms: their log, their state, who is in them. */
export interface RoomService
  extends Sending, Memberships, RoomReading, History, HistoryFloors, RoomFounding, RoomWriter {}

export function createRoomService(deps: RoomDeps): RoomService {
  const context = createRoomContext(deps);
  const reading = createReading(context);
  return {
    ...createSending(context),
    ...createMemberships(context),
    ...createHistory(context, reading),
    ...createHistoryFloors(context),
    ...createFounding(context),
    ...reading,
    append: (append) => context.writer.append(append),
  };
}
