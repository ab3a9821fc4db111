import { KNOWN_MEMBERS_MAX, type RoomId, type UserId } from '@sotto/protocol';
import type { Db } from '../../../storage/index.ts';
import type { RoomService } from '../../rooms/index.ts';
import type { BlockBook } from '../blocks/block-book.ts';
import { contactStore } from '../people/contact-store.ts';
import type { PeoplePort } from '../people/ports.ts';

/** What somebody asked into a group is told of it beyond what their invitation says. */
export interface GroupOffer {
  readonly memberCount: number;
  /** Members who have the one asked as a contact, as they have them: nobody else's part in it is told. */
  readonly knownMembers: readonly UserId[];
  readonly historyVisibility: string;
}

export interface GroupOfferDeps {
  readonly rooms: Pick<RoomService, 'findView'>;
  readonly people: Pick<PeoplePort, 'findFacts'>;
  readonly blockBook: Pick<BlockBook, 'areApart'>;
}

/** Null unless they are invited now: who was taken back, or has answered, is told nothing by this. */
export async function findGroupOffer(
  { rooms, people, blockBook }: GroupOfferDeps,
  read: Db,
  { receiver, roomId, sender }: { receiver: UserId; roomId: RoomId; sender: UserId },
): Promise<GroupOffer | null> {
  const view = await rooms.findView(read, roomId);
  if (view?.membershipOf(receiver) !== 'invite') return null;
  const joined = view.membersWith('join');
  const present = new Set<UserId>(joined);
  const knownMembers: UserId[] = [];
  for (const userId of await contactStore.listMutual(read, receiver)) {
    if (knownMembers.length === KNOWN_MEMBERS_MAX) break;
    // Who asks has said so themselves.
    if (!present.has(userId) || userId === sender || blockBook.areApart(receiver, userId)) continue;
    const facts = await people.findFacts(read, userId);
    if (facts && !facts.isHidden) knownMembers.push(userId);
  }
  const visibility = view.get('m.room.history_visibility', '')?.content['history_visibility'];
  return {
    memberCount: joined.length,
    knownMembers,
    // What the specification has where nothing is said.
    historyVisibility: typeof visibility === 'string' ? visibility : 'shared',
  };
}
