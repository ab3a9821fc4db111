import { refuse } from '../errors.ts';
import type { CommandLine } from './command.ts';
import { withHomeserver } from './with-homeserver.ts';

/** Makes an account, also where registration is closed. The password is asked for, never a word. */
export async function createUser(line: CommandLine): Promise<void> {
  const { localpart, rest } = takeName(line, 'create-user');
  await withHomeserver(rest, async ({ homeserver }) => {
    const password = await line.terminal.readPassword();
    const userId = await homeserver.accounts.createUser({ localpart, password });
    line.terminal.say(`${userId} can sign in now.`);
  });
}

/** Sets a new password and signs out every device. */
export async function resetPassword(line: CommandLine): Promise<void> {
  const { localpart, rest } = takeName(line, 'reset-password');
  await withHomeserver(rest, async ({ homeserver, serverName }) => {
    const password = await line.terminal.readPassword();
    await homeserver.accounts.resetPassword({ localpart, password, signOut: true });
    line.terminal.say(
      `@${localpart}:${serverName} has the new password, and every device is signed out within seconds.`,
    );
    line.terminal.say('Reading earlier messages on a new device still takes the recovery code.');
  });
}

/** Says whether somebody is protected as a minor: until the operator says otherwise, or by when they were born. */
export async function setAge(line: CommandLine): Promise<void> {
  const { localpart, rest } = takeName(line, 'set-age');
  const [age = '', ...words] = rest.words;
  if (!/^(?:minor|adult|\d{4}-\d{2})$/.test(age)) {
    const hint = 'minor, adult, or a month of birth such as 2012-05';
    throw refuse('word_missing', `How old? Say it after the name: ${hint}.`);
  }
  await withHomeserver({ ...rest, words }, async ({ homeserver }) => {
    const userId = await homeserver.minors.setAge({ localpart, age });
    line.terminal.say(`${userId} is noted. A running server follows within seconds.`);
  });
}

/** Says whether others are shown that an account belongs to a business. */
export async function setBusiness(line: CommandLine): Promise<void> {
  const { localpart, rest } = takeName(line, 'set-business');
  const [said = '', ...words] = rest.words;
  if (said !== 'yes' && said !== 'no') {
    throw refuse('word_missing', 'Is it a business? Say yes or no after the name.');
  }
  await withHomeserver({ ...rest, words }, async ({ homeserver }) => {
    const userId = await homeserver.accounts.setBusiness(localpart, said === 'yes');
    line.terminal.say(`${userId} is shown as a ${said === 'yes' ? 'business' : 'person'} now.`);
  });
}

/** Lets somebody who has an account see and decide reports, at once. */
export async function makeModerator(line: CommandLine): Promise<void> {
  const userId = await setModerator(line, 'make-moderator', true);
  line.terminal.say(`${userId} can see and decide reports now.`);
}

export async function endModerator(line: CommandLine): Promise<void> {
  const userId = await setModerator(line, 'end-moderator', false);
  line.terminal.say(`${userId} can no longer see reports.`);
}

async function setModerator(line: CommandLine, command: string, isModerator: boolean) {
  const { localpart, rest } = takeName(line, command);
  let userId = '';
  await withHomeserver(rest, async ({ homeserver }) => {
    userId = await homeserver.accounts.setModerator({ localpart, isModerator });
  });
  return userId;
}

/** The person's name: the first word after the command, with or without the @. */
function takeName(line: CommandLine, command: string) {
  const [name = '', ...words] = line.words;
  if (name === '' || name.startsWith('-')) {
    throw refuse('name_missing', `Whose account? Say it right after the command: ${command} mira`);
  }
  return { localpart: name.replace(/^@/, ''), rest: { ...line, words } };
}
