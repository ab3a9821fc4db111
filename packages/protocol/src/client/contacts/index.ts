export { answerRequest } from './answer-request.ts';
export { CONTACT_LINK_LABEL_MAX, CONTACT_LINKS_MAX } from './links/contact-link.ts';
export { createContactLink } from './links/create-contact-link.ts';
export { getContactLink } from './links/get-contact-link.ts';
export { getPersonCard } from './get-person-card.ts';
export { CONTACTS_MAX, listContacts } from './list-contacts.ts';
export { listContactLinks } from './links/list-contact-links.ts';
export {
  KNOWN_MEMBERS_MAX,
  listRequests,
  REQUEST_MESSAGES_MAX,
  REQUESTS_LISTED_MAX,
} from './list-requests.ts';
export {
  BLOCKED_TYPE,
  CONTACTS_TYPE,
  DISCOVERABILITY_TYPE,
  discoverabilitySchema,
  MESSAGE_POLICY_TYPE,
  messagePolicySchema,
  POLICY_DEFAULTS,
  POLICY_PEOPLE_MAX,
  RELATIONSHIPS,
  TREATMENTS,
  type Discoverability,
  type MessagePolicy,
  type Relationship,
  type Treatment,
} from './message-policy.ts';
export { revokeContactLink } from './links/revoke-contact-link.ts';
export { setContact } from './set-contact.ts';
export { CONVERSATION_PEOPLE_MAX, startDirectConversation } from './start-direct-conversation.ts';
