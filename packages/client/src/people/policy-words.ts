import type { MessageRules } from '../types/index.ts';

/*
 * The words the server and its clients share. They stand in the protocol beside the schemas that check
 * them; taking them from there would bring the schemas along into every first page.
 */
export const CONTACTS_TYPE = 'app.sotto.contacts';
export const DISCOVERABILITY_TYPE = 'app.sotto.discoverability';
export const MESSAGE_POLICY_TYPE = 'app.sotto.message_policy';

export const VISIBILITY_TYPE = 'app.sotto.visibility';
export const VISIBLE_THINGS = ['receipts', 'typing', 'presence', 'last_seen'] as const;

export const RULE_DEFAULTS: MessageRules = {
  contact: 'accept',
  mutual_follow: 'accept',
  followed: 'request',
  mutual_group: 'request',
  same_community: 'request',
  business: 'request',
  stranger: 'request',
};
