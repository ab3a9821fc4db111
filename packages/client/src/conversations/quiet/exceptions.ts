import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { Treatment, UserId, VisibleThing } from '@sotto/protocol';
import { readAccountData } from '../../matrix/watch-account-data.ts';
import { MESSAGE_POLICY_TYPE, VISIBILITY_TYPE } from '../../people/policy-words.ts';
import type { Json } from '../../people/book/ask.ts';
import { writeAccountData } from '../../people/book/write-account-data.ts';

/** The same record with one entry set, or taken away. */
function withEntry(record: unknown, id: string, value: unknown): Json {
  // SAFETY: the server takes no settings of another form.
  const { [id]: _before, ...others } = (record ?? {}) as Json;
  return value === null ? others : { ...others, [id]: value };
}

interface Exception {
  readonly group: 'people' | 'rooms';
  readonly id: string;
  readonly seen: boolean | null;
}

/** Makes or ends one exception of who sees one thing; everything else stays. */
export function setSeen(
  client: MatrixClient,
  thing: VisibleThing,
  { group, id, seen }: Exception,
): Promise<void> {
  const before = readAccountData(client, VISIBILITY_TYPE);
  // SAFETY: as above.
  const settings = (before[thing] ?? {}) as Json;
  const changed = { ...settings, [group]: withEntry(settings[group], id, seen) };
  return writeAccountData(client, VISIBILITY_TYPE, { ...before, [thing]: changed });
}

/** Says what becomes of one person's first message, before any rule; null leaves it to the rules. */
export function setReach(
  client: MatrixClient,
  userId: UserId,
  treatment: Treatment | null,
): Promise<void> {
  const before = readAccountData(client, MESSAGE_POLICY_TYPE);
  const people = withEntry(before['people'], userId, treatment);
  return writeAccountData(client, MESSAGE_POLICY_TYPE, { ...before, people });
}
