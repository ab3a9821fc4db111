import { isUserId, type JsonObject, type UserId } from '@sotto/protocol';
import type { PeoplePort } from '../context.ts';
import { refuse } from '../errors.ts';
import type { RoomView } from '../log/room-view.ts';

/** State somebody asks to set. */
export interface StateWish {
  readonly type: string;
  readonly stateKey: string;
  readonly content: JsonObject;
}

/**
 * Refuses state that nobody may set here, whatever their level. The rules of the room version would let
 * some of it pass, because they cannot know what this server offers.
 */
export function checkStateWish(
  { type, stateKey, content }: StateWish,
  findNameFault: PeoplePort['findNameFault'],
): void {
  // Signed by anybody's key, such an invitation would turn a member into somebody who is only invited.
  if (type === 'm.room.third_party_invite' || content['third_party_invite'] !== undefined) {
    throw refuse(
      'third_party_invites_unsupported',
      'This server does not invite by e-mail address or telephone number.',
    );
  }
  if (type !== 'm.room.member') return;
  if (!isUserId(stateKey)) {
    throw refuse('member_invalid', 'A membership belongs to a person, such as @mira:example.org.');
  }
  for (const name of ['displayname', 'avatar_url', 'reason']) {
    const value = content[name];
    if (value !== undefined && value !== null && typeof value !== 'string') {
      throw refuse('member_invalid', `The ${name} of a membership is a text.`);
    }
  }
  const { displayname } = content;
  const fault =
    typeof displayname === 'string' && displayname !== '' ? findNameFault(displayname) : null;
  if (fault !== null) throw refuse('member_invalid', fault);
}

/** Refuses to remove somebody who is not there: it would only be a way to tell them something. */
export function checkRemoval(room: RoomView, by: UserId, target: UserId): void {
  const membership = room.membershipOf(target);
  if (by !== target && (membership === null || membership === 'leave')) {
    throw refuse('target_not_in_room', 'This person is not in the conversation.');
  }
}
