import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { systemClock } from '@sotto/kit';
import { openEventLog } from './event-log.ts';
import { answerSync } from './sync.ts';
import { World } from './world.ts';

const CLIENT = '/_matrix/client/v3/';
/** As long as the server under test keeps quiet connections. */
const KEEP_ALIVE_MS = 72_000;

/**
 * The speed of light for one Node.js process: HTTP, the cryptography of an event, a durable commit
 * and the waking of who waits, on the same paths as a real server. It authorises and checks nothing.
 */
export async function startFloor(port: number, dataDir: string): Promise<void> {
  const log = openEventLog(join(dataDir, 'floor.db'));
  const world = new World(log, systemClock);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    answer(world, request).then(
      (reply) => sendJson(response, 200, reply),
      (cause: unknown) => sendJson(response, 500, JSON.stringify({ error: String(cause) })),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

async function answer(world: World, request: IncomingMessage): Promise<string> {
  const { method, url = '' } = request;
  const body = method === 'GET' ? '' : await readBody(request);
  if (url === '/_matrix/client/versions') return '{"versions":["v1.19"]}';
  if (url === `${CLIENT}register`) return register(world, body);

  const person = world.findPerson(request.headers.authorization?.slice('Bearer '.length) ?? '');
  if (!person) throw new Error('unknown token');
  if (url.startsWith(`${CLIENT}sync?`)) return answerSync(person.inbox, url);
  if (url === `${CLIENT}createRoom`) return JSON.stringify({ room_id: world.createRoom(person) });

  const [area, first = '', action, type = ''] = url.slice(CLIENT.length).split('/');
  if (area === 'user' && action === 'filter') return '{"filter_id":"0"}';
  if (area === 'rooms' && action === 'join') {
    const roomId = decodeURIComponent(first);
    world.join(roomId, person);
    return JSON.stringify({ room_id: roomId });
  }
  if (area === 'rooms' && action === 'send') {
    // Reading the content is part of every server's work, and so is refusing what is no JSON.
    const content = JSON.stringify(JSON.parse(body));
    const eventId = await world.send(person, { roomId: decodeURIComponent(first), type, content });
    return `{"event_id":"${eventId}"}`;
  }
  throw new Error('unknown path');
}

function register(world: World, body: string): string {
  const { username } = JSON.parse(body) as { username: string };
  const { userId, accessToken } = world.register(username);
  return JSON.stringify({ user_id: userId, access_token: accessToken, device_id: 'FLOOR' });
}

async function readBody(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let body = '';
  request.on('data', (text: string) => {
    body += text;
  });
  await once(request, 'end');
  return body;
}

function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
