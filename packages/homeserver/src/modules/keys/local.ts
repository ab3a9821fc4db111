import { isUserId, serverNameOf, type ServerName, type UserId } from '@sotto/protocol';

/** Whether a name is a person's whose account is, or would be, here. */
export function isLocal(name: string, serverName: ServerName): name is UserId {
  return isUserId(name) && serverNameOf(name) === serverName;
}

/** The people among these names whose accounts are, or would be, here. */
export function localPeople(names: Iterable<string>, serverName: ServerName): UserId[] {
  return [...names].filter((name) => isLocal(name, serverName));
}

/**
 * The other servers among these people's, as the key operations report servers they could not reach.
 * Without that, clients would take the people there for people without devices.
 */
export function failuresOf(
  names: Iterable<string>,
  serverName: ServerName,
): Record<string, object> {
  const remote = [...names].filter(isUserId).filter((userId) => !isLocal(userId, serverName));
  const reason = { errcode: 'M_UNKNOWN', error: 'This server does not talk to that one.' };
  return Object.fromEntries(remote.map((userId) => [serverNameOf(userId), reason]));
}
