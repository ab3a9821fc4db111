import type { AuthEvent } from '../../auth/auth-event.ts';
import { findAuthRefusal } from '../../auth/rules/check-auth.ts';
import type { ServerName, UserId } from '../../ids.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { eventBy, noEvidence, roomState, type GivenRoom } from './room.ts';

/** One row of a table on memberships: who does it to whom, and what the rules say. */
export interface MemberRow {
  readonly says: string;
  readonly by: UserId;
  readonly to: string;
  readonly content?: JsonObject;
  readonly event?: Partial<AuthEvent>;
  readonly room?: GivenRoom;
  readonly signedBy?: string;
  readonly answer: string;
}

/** What the rules say to giving someone this membership. */
export function answerToMember(membership: JsonValue, row: MemberRow) {
  const { by, to, content, event, room, signedBy } = row;
  const given = {
    event: eventBy(by, {
      type: 'm.room.member',
      state_key: to,
      content: { membership, ...content },
      ...event,
    }),
    state: roomState(room),
    evidence: { ...noEvidence, isSignedBy: (server: ServerName) => server === signedBy },
  };
  return findAuthRefusal(given) ?? 'ok';
}
