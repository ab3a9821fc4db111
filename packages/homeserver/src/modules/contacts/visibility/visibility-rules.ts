import {
  visibilitySettingsSchema,
  type RoomId,
  type UserId,
  type VisibilitySettings,
  type VisibleThing,
} from '@sotto/protocol';
import { Compile } from 'typebox/compile';
import { refuse } from '../errors.ts';

const validator = Compile(visibilitySettingsSchema);

/** Throws a refusal unless these are such settings. */
export function readVisibility(content: unknown): VisibilitySettings {
  if (validator.Check(content)) return content;
  const [fault] = validator.Errors(content);
  const where = fault?.instancePath ?? '';
  throw refuse('visibility_invalid', `This cannot be read${where && ` at ${where}`}.`);
}

export interface Viewer {
  readonly userId: UserId;
  readonly isContact: boolean;
  /** Where it would be seen; null for what belongs to no room. */
  readonly roomId: RoomId | null;
}

/** Whether these settings show the viewer this thing: the person decides before the room, and that before all. */
export function isShown(
  settings: VisibilitySettings,
  thing: VisibleThing,
  viewer: Viewer,
): boolean {
  const { people = {}, rooms = {}, audience = 'everyone' } = settings[thing] ?? {};
  if (Object.hasOwn(people, viewer.userId)) return people[viewer.userId] === true;
  if (viewer.roomId !== null && Object.hasOwn(rooms, viewer.roomId)) {
    return rooms[viewer.roomId] === true;
  }
  return audience === 'everyone' || (audience === 'contacts' && viewer.isContact);
}
