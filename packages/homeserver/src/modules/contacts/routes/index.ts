import type { Route } from '../../../http/index.ts';
import type { Contacts } from '../service.ts';
import { createContactLinkRoute } from './links/create-contact-link.ts';
import { getContactLinkRoute } from './links/get-contact-link.ts';
import { listContactLinksRoute } from './links/list-contact-links.ts';
import { revokeContactLinkRoute } from './links/revoke-contact-link.ts';
import { getPersonCardRoute } from './people/get-person-card.ts';
import { listContactsRoute } from './people/list-contacts.ts';
import { setContactRoute } from './people/set-contact.ts';
import { answerRequestRoute } from './requests/answer-request.ts';
import { listRequestsRoute } from './requests/list-requests.ts';
import { startDirectConversationRoute } from './start-direct-conversation.ts';

export function contactRoutes({ direct, links, people, requests }: Contacts): Route[] {
  return [
    startDirectConversationRoute(direct),
    listContactsRoute(people),
    setContactRoute(people),
    getPersonCardRoute(people),
    listRequestsRoute(requests),
    answerRequestRoute(requests),
    createContactLinkRoute(links),
    listContactLinksRoute(links),
    getContactLinkRoute(links),
    revokeContactLinkRoute(links),
  ];
}
