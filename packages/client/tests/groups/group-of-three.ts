import type { Account, Conversation, Group } from '../../src/index.ts';
import { idOf, setUpThree } from '../people/three-people.ts';
import { asOtherClient } from '../support/other-client.ts';
import type { TestPerson } from '../support/person.ts';
import { connect, open, untilSaid, value } from '../support/talk.ts';
import type { TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** Lets everybody who asks this person into their conversations at once. */
export async function takeEverybody(
  server: TestServer,
  person: TestPerson & { readonly account: Account },
): Promise<void> {
  const path = `/v3/user/${idOf(person.account)}/account_data/app.sotto.message_policy`;
  await asOtherClient(server, person)('PUT', path, { rules: { stranger: 'accept' } });
}

export async function groupOf(account: Account, { summary }: Conversation): Promise<Group> {
  const group = await account.groups.open(summary.get().id);
  if (!group) throw new Error('there is no such group');
  return group;
}

/** The conversation, once somebody has been let in by the server. */
export async function arrive(account: Account, { summary }: Conversation): Promise<Conversation> {
  const { id } = summary.get();
  await until(account.conversations, (all) => all.some((one) => one.id === id));
  return open(account, id);
}

/** Mira and Jonas, owners of their conversation, have let Noor in, who reads nothing from before. */
export async function setUpGroup() {
  const people = await setUpThree();
  const { server, mira, jonas, noor } = people;
  await takeEverybody(server, noor);
  const [hers, his] = await connect(mira.account, jonas.account);
  const group = await groupOf(mira.account, hers);
  await value(group.add([idOf(noor.account)], { share: 'none' }));
  const theirs = await arrive(noor.account, hers);
  hers.sendText('Hello, all.');
  await untilSaid(theirs, 'Hello, all.');
  return { ...people, hers, his, theirs, group };
}
