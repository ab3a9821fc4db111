import type { Account } from '../../src/index.ts';
import { signIn, signUp } from '../support/person.ts';
import { value } from '../support/talk.ts';
import { startServer } from '../support/test-server.ts';

/** Mira, Jonas and Noor have signed up; Mira has written her recovery code down. */
export async function setUpThree() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  const code = mira.account.newRecoveryCode.get() ?? '';
  mira.account.keepRecoveryCode();

  /** Another device of Mira's, which can read her messages. */
  async function secondDevice(): Promise<Account> {
    const second = await signIn(server.baseUrl, 'mira');
    await value(second.account.unlockWithCode(code));
    return second.ready();
  }
  return { server, mira, jonas, noor, code, secondDevice };
}

export const idOf = (account: Account) => account.me.get().userId;
