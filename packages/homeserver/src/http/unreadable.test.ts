import { connect, type AddressInfo } from 'node:net';
import { METHODS } from 'node:http';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../testing/each-database.ts';
import { startHomeserver } from '../testing/homeserver.ts';

const CLIENT = '/_matrix/client/v3';
const CORS = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' };
/** Node treats these as the start of something that is not a request. */
const NOT_REQUESTS = ['CONNECT'];

describeEachDatabase('requests that cannot be read', (open) => {
  /** The whole of what the server says to these bytes until it closes the connection. */
  async function say(bytes: string): Promise<{ head: string; body: Record<string, unknown> }> {
    const { app } = (await startHomeserver(open)).server;
    await app.listen({ port: 0, host: '127.0.0.1' });
    // SAFETY: a server listening on a port has an address of this form.
    const { port } = app.server.address() as AddressInfo;
    const text = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.setEncoding('utf8').on('data', (chunk) => (received += chunk));
      socket.on('error', reject).on('close', () => resolve(received));
    });
    const [head = '', body = '{}'] = text.split('\r\n\r\n');
    return { head: head.toLowerCase(), body: JSON.parse(body) };
  }

  test.each(['%zz', '%E0%A4%A', '%'])('the address /profile/%s is refused', async (part) => {
    const server = await startHomeserver(open);

    const reply = await server.call('GET', `${CLIENT}/profile/${part}?access_token=secret`);

    expect([reply.status, reply.body.errcode]).toEqual([400, 'M_INVALID_PARAM']);
    expect(Object.keys(reply.body).sort()).toEqual(['errcode', 'error']);
    expect(reply.body.error).toMatch(/[a-z]{3,}.*\.$/i);
    expect(JSON.stringify(reply.body)).not.toMatch(/profile|secret/);
    expect(reply.headers).toMatchObject(CORS);
  });

  test('an address part over the limit is refused, and one at the limit is not', async () => {
    const server = await startHomeserver(open);

    const at = await server.call('GET', `${CLIENT}/profile/${'x'.repeat(1024)}`);
    const over = await server.call('GET', `${CLIENT}/profile/${'x'.repeat(1025)}`);

    expect([at.status, over.status]).toEqual([400, 414]);
    expect(over.body.errcode).toBe('M_TOO_LARGE');
    expect(JSON.stringify(over.body)).not.toContain('xxx');
    expect(over.headers).toMatchObject(CORS);
  });

  test('the preflight of such an address is answered, so that the refusal is readable', async () => {
    const server = await startHomeserver(open);

    const reply = await server.call('OPTIONS', `${CLIENT}/profile/%zz`);

    expect(reply.status).toBe(204);
    expect(reply.headers).toMatchObject(CORS);
  });

  test.each([
    [
      'headers over the limit',
      `GET / HTTP/1.1\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`,
      '431',
      'M_TOO_LARGE',
    ],
    ['something that is not HTTP', 'nonsense\r\n\r\n', '400', 'M_INVALID_PARAM'],
    [
      'a body that breaks off into nonsense',
      `POST ${CLIENT}/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      '400',
      'M_INVALID_PARAM',
    ],
  ])(
    '%s: refused in our words, and the connection is closed',
    async (_case, bytes, status, errcode) => {
      const { head, body } = await say(bytes);

      expect(head).toMatch(new RegExp(`^http/1.1 ${status} `));
      expect(head).toContain('access-control-allow-origin: *');
      expect(head).toContain('content-type: application/json');
      expect(head).toContain('connection: close');
      expect(body['errcode']).toBe(errcode);
      expect(body['error']).toMatch(/[a-z]{3,}.*\.$/i);
    },
  );

  test('every other method on a known path is 405, whatever it is called', async () => {
    const { app } = (await startHomeserver(open)).server;
    const others = METHODS.filter(
      (method) => !['GET', 'HEAD', 'OPTIONS', ...NOT_REQUESTS].includes(method),
    );

    const answers = await Promise.all(
      others.map(async (method) => {
        // SAFETY: any method Node knows can be injected; the type names only the common ones.
        const reply = await app.inject({ method: method as 'GET', url: `${CLIENT}/sync?a=b` });
        return `${method} ${reply.statusCode} ${reply.json().errcode}`;
      }),
    );

    expect(answers).toEqual(others.map((method) => `${method} 405 M_UNRECOGNIZED`));
  });

  test('HEAD is answered where GET is, and is 405 elsewhere', async () => {
    const { app } = (await startHomeserver(open)).server;
    const head = async (url: string) => (await app.inject({ method: 'HEAD', url })).statusCode;

    expect(await head('/_matrix/client/versions')).toBe(200);
    expect(await head(`${CLIENT}/createRoom`)).toBe(405);
    expect(await head(`${CLIENT}/nonsense`)).toBe(404);
  });

  test('an unknown method on an unknown path is 404', async () => {
    const { app } = (await startHomeserver(open)).server;

    // SAFETY: any method Node knows can be injected; the type names only the common ones.
    const reply = await app.inject({ method: 'PROPFIND' as 'GET', url: `${CLIENT}/nonsense` });

    expect([reply.statusCode, reply.json().errcode]).toEqual([404, 'M_UNRECOGNIZED']);
  });

  test.each(['POST', 'PROPFIND'])(
    '%s to a wrong place is refused before it is read',
    async (method) => {
      const { app } = (await startHomeserver(open)).server;
      const urls = [`${CLIENT}/sync`, `${CLIENT}/nonsense`];

      const replies = await Promise.all(
        // SAFETY: any method Node knows can be injected; the type names only the common ones.
        urls.map((url) => app.inject({ method: method as 'POST', url, payload: '{nope' })),
      );

      expect(replies.map(({ statusCode }) => statusCode)).toEqual([405, 404]);
    },
  );

  test.each(['foo', 'text/html', 'application/json; charset', '/', ';;', 'multipart/form-data'])(
    'a body is JSON even where its header says %s',
    async (contentType) => {
      const server = await startHomeserver(open);
      const { accessToken } = await server.signUp('mira');

      const reply = await server.server.app.inject({
        method: 'POST',
        url: `${CLIENT}/createRoom`,
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': contentType },
        payload: '{"name":"Kitchen"}',
      });

      expect(reply.statusCode).toBe(200);
    },
  );
});
