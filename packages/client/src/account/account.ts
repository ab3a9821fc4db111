import type { RoomId } from '@sotto/protocol';
import { openConversation } from '../conversations/conversation.ts';
import { startConversation } from '../conversations/membership.ts';
import { checkPassword, replaceRecoveryCode } from '../keys/identity.ts';
import { createFindPeople } from '../people/find-people.ts';
import { once } from '../platform/open-later.ts';
import { outcomeOf, problemAsTold } from '../session/problems.ts';
import type { Account } from '../types/index.ts';
import type { AccountParts } from './account-parts.ts';
import { changePassword } from './change-password.ts';

/** What screens may ask of an account. Each method is one use of what lies behind it. */
export function createAccount(parts: AccountParts, signOut: () => Promise<void>): Account {
  const { matrix, profile, list, requests, newRecoveryCode, preferences } = parts;
  const { client } = matrix;
  const find = createFindPeople(matrix, parts.people);

  const putRequestAway = (id: RoomId, answer: 'delete' | 'block') =>
    outcomeOf(async () => (await requests.openBook()).putAway(id, answer), problemAsTold);

  return {
    me: profile.me,
    connection: parts.connection,
    conversations: list.conversations,
    communities: parts.communities.communities,
    requests: requests.requests,
    preferences,
    approvals: parts.approvals.open,
    newRecoveryCode: newRecoveryCode.code,
    media: parts.media,
    people: parts.peopleBook.book,
    quiet: parts.quiet.book,
    openShield: once(async () =>
      (await import('../people/shield/open-shield-book.ts')).openShieldBook(matrix),
    ),
    groups: parts.groups,
    reports: parts.reports.reports,

    keepRecoveryCode: () => newRecoveryCode.keep(),
    makeRecoveryCode: (password) =>
      outcomeOf(async () => {
        await checkPassword(matrix, password);
        return replaceRecoveryCode(matrix, newRecoveryCode);
      }),

    findPeople: (query) => find.search(query),
    findPerson: (handle) => find.exact(handle),
    startConversation: (userIds, contactLink) =>
      outcomeOf(() => startConversation(client, userIds, contactLink), problemAsTold),
    openConversation(id) {
      const room = client.getRoom(id);
      const summary = list.find(id);
      return room && summary ? openConversation(parts, room, summary) : null;
    },
    acceptRequest: (id) => outcomeOf(async () => (await requests.openBook()).accept(id)),
    deleteRequest: (id) => putRequestAway(id, 'delete'),
    blockRequest: (id) => putRequestAway(id, 'block'),

    setDisplayName: (name) => outcomeOf(() => profile.setDisplayName(name)),
    setAvatar: (photo) => outcomeOf(() => profile.setAvatar(photo)),
    setPreferences: (change) => outcomeOf(() => preferences.change(change)),
    changePassword: (change) => outcomeOf(() => changePassword(matrix, change)),

    devices: () => parts.devices.open(),
    signOut,
  };
}
