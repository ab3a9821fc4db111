import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { PEOPLE, seedPeople } from './seed-people.ts';

/** Stands for a server; what it is asked is the API's business, and tested there. */
async function listen(status: number): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, reply) => {
    asked.push(`${request.method} ${request.url}`);
    reply.writeHead(status, { 'content-type': 'application/json' });
    reply.end(JSON.stringify({ access_token: 'token', user_id: '@someone:sotto.test' }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return { url: `http://127.0.0.1:${address.port}`, asked };
}

test('everybody signs up, is named, and signs out again', async () => {
  const { url, asked } = await listen(200);

  await seedPeople(url);

  expect(asked).toHaveLength(PEOPLE.length * 3);
  expect(asked.filter((line) => line.includes('/logout'))).toHaveLength(PEOPLE.length);
});

test('who is there already stays as they are', async () => {
  const { url, asked } = await listen(400);

  await seedPeople(url);

  expect(asked).toEqual(PEOPLE.map(() => 'POST /_matrix/client/v3/register'));
});
