import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { answer, MEDIA, startMedia, UPLOAD, UPLOAD_BYTES_MAX } from './testing.ts';

const SCRIPT = '<script>alert(document.domain)</script>';

type Started = Awaited<ReturnType<typeof startMedia>>;

/** A connection to a listening server, and what came back over it. */
async function dial({ app }: Started) {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const open = async (): Promise<{ socket: Socket; reply: Promise<string> }> => {
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    const reply = nextReply(socket);
    return { socket, reply };
  };
  return open;
}

/** What comes back next, or what came until the end. */
function nextReply(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (/\r\n\r\n./.test(text)) resolve(text);
    });
    socket.on('close', () => resolve(text));
    socket.on('error', () => resolve(text));
  });
}

function head(method: string, path: string, { mira }: Started, ...more: string[]): string {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: sotto.test'];
  return [...lines, `authorization: Bearer ${mira.accessToken}`, ...more, '', ''].join('\r\n');
}

describeEachDatabase('media under attack', (open) => {
  describe('a file that could run', () => {
    const files: Readonly<Record<string, { body: string; type?: string }>> = {
      'an SVG': {
        body: `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`,
        type: 'image/svg+xml',
      },
      'a page': { body: SCRIPT, type: 'text/html' },
      'a page by another name': { body: SCRIPT, type: 'TEXT/HTML ; charset=utf-7' },
      XHTML: { body: SCRIPT, type: 'application/xhtml+xml' },
      XML: { body: SCRIPT, type: 'text/xml' },
      'a script': { body: 'alert(1)', type: 'text/javascript' },
      'a page that says nothing': { body: SCRIPT },
      'a type with a picture in it': { body: SCRIPT, type: 'text/html;x=image/png' },
    };

    test('is only ever an attachment, in a sandbox', async () => {
      const { keep, get } = await startMedia(open);
      const served: Record<string, unknown[]> = {};

      for (const [says, file] of Object.entries(files)) {
        const address = await keep({ ...file, name: 'picture.png' });
        const replies = [address, `${address}/picture.png`].map((path) =>
          get(`${MEDIA}/download/${path}`),
        );
        served[says] = (await Promise.all(replies)).map(({ status, headers }) => [
          status,
          headers['content-disposition'],
          headers['content-security-policy'],
          headers['x-content-type-options'],
        ]);
      }

      const harmless = [
        200,
        'attachment; filename="picture.png"',
        expect.stringMatching(/^sandbox; default-src 'none'; script-src 'none';/),
        'nosniff',
      ];
      const expected = Object.keys(files).map((says) => [says, [harmless, harmless]]);
      expect(served).toEqual(Object.fromEntries(expected));
    });

    test('a page that calls itself a picture is served as that picture, unsniffed', async () => {
      const { keep, get } = await startMedia(open);

      const { headers } = await get(
        `${MEDIA}/download/${await keep({ body: SCRIPT, type: 'image/png' })}`,
      );

      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
      });
    });

    test('a name cannot add headers or leave its quotes', async () => {
      const { keep, get } = await startMedia(open);
      const name = 'a"; filename=b.html\r\nset-cookie: x=y\r\n\r\n<script>';

      const address = await keep({ body: 'bytes', name });
      const replies = [
        await get(`${MEDIA}/download/${address}`),
        await get(`${MEDIA}/download/${address}/${encodeURIComponent(name)}`),
      ];

      for (const { headers } of replies) {
        expect(headers).not.toHaveProperty('set-cookie');
        expect(headers['content-disposition']).toMatch(
          /^attachment; filename="[^"\r\n]+"; filename\*=/,
        );
      }
    });
  });

  describe('an address that is a path', () => {
    const tricks = [
      '..',
      '.',
      '%2e%2e',
      '..%2f..%2f..%2fsotto.db',
      '%2e%2e%2f%2e%2e%2fsotto.db',
      '..%5c..%5csotto.db',
      '%2fetc%2fpasswd',
      'aaaaaaaaaaaaaaaaaaaaaaaa%00',
      'aaaaaaaaaaaaaaaaaaaaaaaa%0a',
      'aaaaaaaaaaaaaaaaaaaaaaa%ef%bc%8f',
      '%c0%ae%c0%ae%c0%af',
      'sotto.db',
      'a'.repeat(64),
      'a'.repeat(300),
      'a'.repeat(5_000),
      '%',
      '*',
    ];

    test('is not found, whatever is asked of it', async () => {
      const started = await startMedia(open);
      const dialled = await dial(started);
      const paths = tricks.flatMap((trick) => [
        `${MEDIA}/download/sotto.test/${trick}`,
        `${MEDIA}/download/sotto.test/${trick}/name.png`,
        `${MEDIA}/thumbnail/sotto.test/${trick}?width=32&height=32`,
        `${MEDIA}/download/${trick}/aaaaaaaaaaaaaaaaaaaaaaaa`,
      ]);

      const found: string[] = [];
      for (const path of paths) {
        // Over a socket: other clients tidy a path up before they send it.
        const { socket, reply } = await dialled();
        socket.write(head('GET', path, started));
        const status = (await reply).slice(9, 12);
        socket.destroy();
        if (!['400', '404', '414'].includes(status)) found.push(`${status} ${path}`);
      }

      expect(found).toEqual([]);
    });

    test('another server’s media is not fetched', async () => {
      const { keep, get } = await startMedia(open);
      const mediaId = (await keep({ body: 'bytes' })).split('/')[1] ?? '';

      const replies = [
        'elsewhere.test',
        '127.0.0.1:8008',
        'SOTTO.TEST',
        'sotto.test:443',
        '[::1]',
      ].map((server) => get(`${MEDIA}/download/${encodeURIComponent(server)}/${mediaId}`));

      expect((await Promise.all(replies)).map(answer)).toEqual(
        replies.map(() => '404 M_NOT_FOUND'),
      );
    });
  });

  describe('an upload', () => {
    test('that breaks off leaves no file', async () => {
      const started = await startMedia(open);
      const { socket } = await (await dial(started))();
      socket.write(head('POST', UPLOAD, started, 'content-length: 100000'));
      socket.write(Buffer.alloc(50_000));
      await expect.poll(() => started.listFiles('incoming')).toHaveLength(1);

      socket.destroy();

      await expect.poll(() => started.listFiles()).toEqual([]);
    });

    test('that says it is too long is refused before it is read', async () => {
      const started = await startMedia(open);
      const { socket, reply } = await (await dial(started))();

      socket.write(head('POST', UPLOAD, started, `content-length: ${UPLOAD_BYTES_MAX + 1}`));

      expect(await reply).toContain('M_TOO_LARGE');
      expect(await started.listFiles()).toEqual([]);
    });

    test('that does not say how long it is ends at the limit, and the connection goes on', async () => {
      const started = await startMedia(open);
      const { socket, reply } = await (await dial(started))();
      socket.write(head('POST', UPLOAD, started, 'transfer-encoding: chunked'));

      // More than the buffers on the way hold: it only gets through if the server reads on.
      const chunk = Buffer.alloc(1_000_000);
      for (let count = 0; count < 24; count += 1) {
        socket.write(`${chunk.length.toString(16)}\r\n`);
        socket.write(chunk);
        socket.write('\r\n');
      }
      socket.write('0\r\n\r\n');
      const refused = await reply;
      const next = nextReply(socket);
      socket.write(head('GET', `${MEDIA}/config`, started));

      expect(refused).toMatch(/^HTTP\/1\.1 413 [^]*M_TOO_LARGE/);
      expect(await next).toMatch(/^HTTP\/1\.1 200 [^]*m\.upload\.size/);
      expect(await started.listFiles()).toEqual([]);
    });

    test('that nobody may make is refused before it is read', async () => {
      const started = await startMedia(open);
      const { socket, reply } = await (await dial(started))();
      const { accessToken } = started.mira;

      socket.write(
        head('POST', UPLOAD, started, 'content-length: 1000').replace(accessToken, 'wrong'),
      );

      expect(await reply).toMatch(/^HTTP\/1\.1 401 /);
      expect(await started.listFiles()).toEqual([]);
    });
  });
});
