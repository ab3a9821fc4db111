import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Client } from 'pg';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, loginForm, PASSWORD, passwordAuth, whoami } from '../testing.ts';

describeEachDatabase('secrets', (open) => {
  test('neither passwords nor tokens are in the database, its journal or the log', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const home = await startHomeserver(open, { log: pino({ level: 'trace' }, sink) });
    const secrets = [PASSWORD, 'a quite different one', 'a wrong guess'];
    const mira = await home.signUp('mira');
    const form = loginForm('mira', { refresh_token: true });
    const { body: session } = await home.call('POST', `${CLIENT}/login`, form);
    const renewal = { refresh_token: session.refresh_token };
    const { body: renewed } = await home.call('POST', `${CLIENT}/refresh`, renewal);
    await home.call('POST', `${CLIENT}/login`, loginForm('mira', { password: secrets[2] }));
    await whoami(home, `${mira.accessToken}x`);
    const change = { new_password: secrets[1], logout_devices: false };
    await mira.call('POST', `${CLIENT}/account/password`, change);
    const auth = passwordAuth('mira');
    const changed = await mira.call('POST', `${CLIENT}/account/password`, { ...change, auth });
    expect(changed.status).toBe(200);

    const tokens = [mira.accessToken, session, renewed].flatMap((issued) =>
      typeof issued === 'string' ? [issued] : [issued.access_token, issued.refresh_token],
    );
    const stored = await storedText(home.storage.dataDir, home.storage.databaseUrl);
    for (const secret of [...secrets, ...tokens.map((token) => token.slice(-40))]) {
      expect(secret.length).toBeGreaterThan(8);
      expect(stored.includes(secret)).toBe(false);
      expect(lines.join('').includes(secret)).toBe(false);
    }
    // The search itself works: what is meant to be there is found.
    expect(stored).toContain('@mira:sotto.test');
    expect(stored).toContain('$argon2id$');
    expect(lines.join('')).toContain('refused');
  });
});

/** Everything that lies on disk, or the rows of every table of a Postgres database. */
async function storedText(dataDir: string, databaseUrl: string | null): Promise<string> {
  if (databaseUrl !== null) return postgresText(databaseUrl);
  const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const texts = files.map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
  return (await Promise.all(texts)).join('');
}

async function postgresText(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ text: string }>(
    `select query_to_xml(format('select * from %I', table_name), true, false, '')::text as text
     from information_schema.tables where table_schema = 'public'`,
  );
  await client.end();
  return rows.map(({ text }) => text).join('');
}
