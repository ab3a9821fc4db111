import { listContacts } from '@sotto/protocol';
import { route } from '../../../../http/index.ts';
import type { ListedContact, PeopleService } from '../../people/people-service.ts';
import { relationReply } from './card-reply.ts';

export function listContactsRoute(people: PeopleService) {
  return route(listContacts, async ({ caller }) => {
    const contacts = await people.list(caller.userId);
    return { contacts: contacts.map(contactReply) };
  });
}

function contactReply(listed: ListedContact) {
  return { user_id: listed.contact.subject, ...relationReply(listed) };
}
