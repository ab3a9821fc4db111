import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@sotto/kit';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings, resolveConfig, type Environment } from '../config/index.ts';
import { startServer } from '../serve/index.ts';
import { runCommand } from './run-command.ts';

const PASSWORD = 'correct horse battery staple';

/** Runs commands on one fresh data folder, as a person at a keyboard would. */
async function setUp() {
  const dataDir = await mkdtemp(join(tmpdir(), 'sotto-cli-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const env: Environment = { SOTTO_DATA_DIR: dataDir, SOTTO_LOG_LEVEL: 'silent', SOTTO_PORT: '0' };

  async function run(words: readonly string[], password = PASSWORD, more: Environment = {}) {
    const said: string[] = [];
    const complaints: string[] = [];
    const code = await runCommand({
      words,
      env: { ...env, ...more },
      terminal: {
        isInteractive: false,
        say: (line) => void said.push(line),
        complain: (line) => void complaints.push(line),
        readPassword: async () => password,
      },
    });
    return { code, said: said.join('\n'), complaints: complaints.join('\n') };
  }

  async function signIn(user: string, password: string): Promise<number> {
    const config = resolveConfig(readSettings([], env).given, { inTerminal: false });
    const log = pino({ level: 'silent' });
    const server = await startServer(config, { clock: systemClock, log, webRoot: null });
    const identifier = { type: 'm.id.user', user };
    const body = JSON.stringify({ type: 'm.login.password', identifier, password });
    const url = new URL('/_matrix/client/v3/login', server.localUrl);
    const reply = await fetch(url, { method: 'POST', body });
    await reply.arrayBuffer();
    await server.close();
    return reply.status;
  }

  return { run, signIn };
}

test('help lists every command and every setting', async () => {
  const { run } = await setUp();

  const { code, said } = await run(['serve', '--help']);

  expect(code).toBe(0);
  expect(said).toMatch(
    /create-user[^]*reset-password[^]*check-config[^]*--port 9000[^]*--log-level/,
  );
});

test.each([
  { words: ['creat-user', 'mira'], answer: 'Did you mean create-user?' },
  { words: ['frobnicate'], answer: 'There is: serve, create-user' },
  { words: ['constructor'], answer: 'There is no command "constructor"' },
  { words: ['create-user'], answer: 'Whose account?' },
  { words: ['set-age', 'mira'], answer: 'How old?' },
  { words: ['set-age', 'mira', '14'], answer: 'How old?' },
  { words: ['set-business', 'mira', 'maybe'], answer: 'Say yes or no' },
  { words: ['create-user', '--port', '1'], answer: 'Whose account?' },
  { words: ['create-user', 'mira', '--prot', '1'], answer: 'Did you mean --port?' },
  { words: ['--prot', '9000'], answer: 'Did you mean --port?' },
])('$words is refused with a hint', async ({ words, answer }) => {
  const { run } = await setUp();

  const { code, said, complaints } = await run(words);

  expect(code).toBe(1);
  expect(said).toBe('');
  expect(complaints).toContain(answer);
});

test('an account made on the command line can sign in, also where registration is closed', async () => {
  const { run, signIn } = await setUp();

  const made = await run(['create-user', '@mira'], PASSWORD, { SOTTO_REGISTRATION: 'closed' });

  expect(made).toEqual({ code: 0, said: '@mira:localhost can sign in now.', complaints: '' });
  expect(await signIn('mira', PASSWORD)).toBe(200);
  expect(await signIn('mira', 'something else')).toBe(403);
});

test('a name that is taken and a weak password are refused in words', async () => {
  const { run } = await setUp();
  await run(['create-user', 'mira']);

  const taken = await run(['create-user', 'mira']);
  const weak = await run(['create-user', 'jonas'], 'a');

  expect(taken).toMatchObject({ code: 1, complaints: 'This name is taken.' });
  expect(weak.code).toBe(1);
  expect(weak.complaints).not.toBe('');
});

test('a reset password works and the old one does not', async () => {
  const { run, signIn } = await setUp();
  await run(['create-user', 'mira']);

  const reset = await run(['reset-password', 'mira'], 'another long password');
  const nobody = await run(['reset-password', 'noor']);

  expect(reset.code).toBe(0);
  expect(reset.said).toContain('@mira:localhost has the new password');
  expect(await signIn('mira', 'another long password')).toBe(200);
  expect(await signIn('mira', PASSWORD)).toBe(403);
  expect(nobody).toMatchObject({ code: 1, complaints: 'There is no such account.' });
});

test('an age is noted where minors are protected, and nowhere else', async () => {
  const { run } = await setUp();
  await run(['create-user', 'mira']);

  const off = await run(['set-age', 'mira', 'minor']);
  const on = await run(['set-age', 'mira', 'minor', '--minors', 'marked']);
  const business = await run(['set-business', 'mira', 'yes']);

  expect(off).toMatchObject({
    code: 1,
    complaints: expect.stringContaining('SOTTO_MINORS is off'),
  });
  expect(on.said).toContain('@mira:localhost is noted.');
  expect(business.said).toBe('@mira:localhost is shown as a business now.');
});

test('checking the settings shows them, tries them and hides secrets', async () => {
  const { run } = await setUp();

  const { code, said } = await run(['check-config', '--registration-tokens', 'hunter2']);

  expect(code).toBe(0);
  expect(said).toMatch(/SOTTO_HOST +127\.0\.0\.1 \(default\)/);
  expect(said).toMatch(/SOTTO_REGISTRATION_TOKENS +\(hidden\) \(flag\)/);
  expect(said).toContain('All is well. This server is localhost.');
  expect(said).not.toContain('hunter2');
});

test('checking the settings finds a database that does not answer', async () => {
  const { run } = await setUp();

  const url = 'postgres://sotto:hunter2@127.0.0.1:1/sotto';
  const { code, complaints } = await run(['check-config', '--database-url', url]);

  expect(code).toBe(1);
  expect(complaints).toContain('database');
  expect(complaints).not.toContain('hunter2');
});

test('the operator makes somebody who has an account a moderator, and nobody else', async () => {
  const { run } = await setUp();
  await run(['create-user', 'mira']);

  const nobody = await run(['make-moderator', 'jonas']);
  const made = await run(['make-moderator', '@mira']);
  const ended = await run(['end-moderator', 'mira']);

  expect(nobody).toMatchObject({ code: 1, complaints: 'There is no such account.' });
  expect(made).toMatchObject({ code: 0, said: '@mira:localhost can see and decide reports now.' });
  expect(ended).toMatchObject({ code: 0, said: '@mira:localhost can no longer see reports.' });
});
