import { onTestFinished } from 'vitest';
import {
  createSottoClient,
  type Account,
  type LockedAccount,
  type SottoClient,
} from '../../src/index.ts';
import { createTestPlatform, type TestPlatform } from './test-platform.ts';
import { until } from './until.ts';

const PASSWORD = 'correct horse battery staple';

/** Someone at a device, from the front door on. */
export interface TestPerson {
  readonly client: SottoClient;
  readonly platform: TestPlatform;
  readonly password: string;
  readonly username: string;
  ready(): Promise<Account>;
  locked(): Promise<LockedAccount>;
}

function personAt(baseUrl: string, username: string): TestPerson {
  const platform = createTestPlatform();
  const client = createSottoClient({ baseUrl, platform });
  // Without this a device would go on syncing after the test.
  onTestFinished(async () => {
    if (client.session.get().kind === 'signed_out') return;
    platform.close();
    await until(client.session, ({ kind }) => kind === 'elsewhere');
  });
  return {
    client,
    platform,
    username,
    password: PASSWORD,
    ready: () => until(client.session, (session) => session.kind === 'ready' && session.account),
    locked: () => until(client.session, (session) => session.kind === 'locked' && session.account),
  };
}

/** A device nobody is signed in on. */
export async function emptyDevice(baseUrl: string): Promise<TestPerson> {
  const person = personAt(baseUrl, '');
  await person.client.start();
  return person;
}

function expectOk(outcome: { readonly ok: boolean }, what: string): void {
  if (!outcome.ok) throw new Error(`${what} failed: ${JSON.stringify(outcome)}`);
}

export async function signUp(
  baseUrl: string,
  username: string,
  displayName = username,
): Promise<TestPerson & { readonly account: Account }> {
  const person = personAt(baseUrl, username);
  await person.client.start();
  const form = { username, password: PASSWORD, displayName, registrationToken: null };
  expectOk(await person.client.signUp(form), 'sign-up');
  return { ...person, account: await person.ready() };
}

/** One more device of someone who has signed up. It starts out locked. */
export async function signIn(
  baseUrl: string,
  username: string,
): Promise<TestPerson & { readonly account: LockedAccount }> {
  const person = personAt(baseUrl, username);
  await person.client.start();
  expectOk(await person.client.signIn({ username, password: PASSWORD }), 'sign-in');
  return { ...person, account: await person.locked() };
}
