import type { UserId } from '@sotto/protocol';
import type { ListedContact, PersonCard } from '../../people/people-service.ts';

/** As `relationSchema` has it. */
export function relationReply({ contact, followsYou }: ListedContact) {
  return {
    contact: contact.isContact,
    follows: contact.follows,
    follows_you: followsYou,
    ...(contact.linkLabel !== null && { link_label: contact.linkLabel }),
  };
}

/** As `personCardSchema` has it. */
export function cardReply(userId: UserId, card: PersonCard) {
  return {
    user_id: userId,
    ...relationReply(card),
    business: card.isBusiness,
    account_created_ts: card.accountCreatedMs,
    mutual_groups: card.mutualGroups,
    mutual_contacts: card.mutualContacts,
    ...(card.nameChangedMs !== null && { name_changed_ts: card.nameChangedMs }),
    ...(card.photoChangedMs !== null && { photo_changed_ts: card.photoChangedMs }),
    ...(card.keysChangedMs !== null && { keys_changed_ts: card.keysChangedMs }),
  };
}
