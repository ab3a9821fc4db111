import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));

beforeAll(() => {
  // What is tested is the built program. Whether its types are right is another check's business.
  const compiler = join(project, '../../node_modules/@typescript/native/bin/tsc');
  spawnSync(process.execPath, [compiler, '-b', project]);
}, 60_000);

interface Program {
  readonly child: ChildProcess;
  readonly output: { out: string; err: string };
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

async function start(words: readonly string[]): Promise<Program> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sotto-main-'));
  const args = [join(project, 'dist/main.js'), '--data-dir', dataDir, '--port', '0', ...words];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { out: '', err: '' };
  child.stdout.on('data', (text) => (output.out += String(text)));
  child.stderr.on('data', (text) => (output.err += String(text)));
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  });
  return { child, output, ended };
}

async function urlOf({ output }: Program): Promise<string> {
  await vi.waitFor(() => expect(output.out).toContain('Sotto is ready at'), { timeout: 20_000 });
  return /ready at (http:\S+)/.exec(output.out)?.[1] ?? '';
}

async function signUp(url: string, username: string): Promise<string> {
  const auth = { type: 'm.login.dummy' };
  const body = JSON.stringify({ username, password: 'correct horse battery', auth });
  const reply = await fetch(`${url}/_matrix/client/v3/register`, { method: 'POST', body });
  const { access_token: token } = (await reply.json()) as { access_token: string };
  return token;
}

test('a start says where it is, and the log keeps names and tokens of calls to itself', async () => {
  const program = await start(['--log-level', 'debug']);
  const url = await urlOf(program);
  const token = await signUp(url, 'mira');

  await fetch(`${url}/_matrix/client/v3/rooms/!secretroom/state?access_token=${token}`);
  await vi.waitFor(() => expect(program.output.err).toContain('/rooms/:roomId/state'));

  const lines = program.output.err.trim().split('\n');
  expect(lines.every((line) => line.startsWith('{"level":"'))).toBe(true);
  expect(program.output.err).toContain('"userId":"@mira:localhost"');
  expect(program.output.err).not.toContain(token);
  expect(program.output.err).not.toContain('secretroom');
  expect(program.output.out).not.toContain(token);
});

test('asked to end, it answers whoever waits for news, and ends well within five seconds', async () => {
  const program = await start([]);
  const url = await urlOf(program);
  const authorization = `Bearer ${await signUp(url, 'mira')}`;
  const sync = (query: string) =>
    fetch(`${url}/_matrix/client/v3/sync${query}`, { headers: { authorization } });
  const { next_batch: since } = (await (await sync('')).json()) as { next_batch: string };

  const waiting = sync(`?since=${since}&timeout=30000`);
  // Answered after the waiting call was taken: both share one connection pool and one server loop.
  await fetch(`${url}/_sotto/health`);
  const askedMs = performance.now();
  program.child.kill('SIGTERM');

  const reply = await waiting;
  expect(reply.status).toBe(200);
  expect(await reply.json()).toMatchObject({ next_batch: expect.any(String) });
  expect(await program.ended).toBe(0);
  expect(performance.now() - askedMs).toBeLessThan(5000);
  expect(program.output.err).toContain('"msg":"stopped"');
});

test('a slip of the pen ends it with a sentence, not a stack', async () => {
  const program = await start(['--prot', '9000']);

  expect(await program.ended).toBe(1);
  expect(program.output).toEqual({
    out: '',
    err: 'There is no setting --prot. Did you mean --port?\n',
  });
});
