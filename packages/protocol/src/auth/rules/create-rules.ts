import { isUserId } from '../../ids.ts';
import { ownValue, type JsonObject } from '../../json/json-value.ts';
import type { AuthEvent } from '../auth-event.ts';
import type { AuthRefusal } from '../auth-refusal.ts';

/** The room version whose rules these are, and the only one whose rooms are made here. */
export const ROOM_VERSION = '12';

/** Rule 1: how a room begins. */
export function findCreateRefusal(event: AuthEvent): AuthRefusal | null {
  if (event.prev_events.length > 0) return 'create_not_first';
  if (event.room_id !== undefined) return 'create_names_room';
  if (!isKnownVersion(event.content)) return 'room_version_unknown';
  const others = ownValue(event.content, 'additional_creators');
  if (others === undefined) return null;
  return Array.isArray(others) && others.every(isUserId) ? null : 'creators_malformed';
}

function isKnownVersion(content: JsonObject): boolean {
  const version = ownValue(content, 'room_version');
  return version === undefined || version === ROOM_VERSION;
}
