import { PASSWORD } from './steps.ts';

const V3 = '/_matrix/client/v3';

interface Json {
  readonly [field: string]: unknown;
}

/**
 * Reports, as a client that lies, words that the newest franked message of somebody else's did not say. Gives
 * the answer as its status and code.
 */
export async function forgeReport(url: string, username: string): Promise<string> {
  async function call(method: string, path: string, body?: Json, token?: string) {
    const reply = await fetch(`${url}${V3}${path}`, {
      method,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    // SAFETY: what is read of it is compared with what is expected.
    return { status: reply.status, body: (await reply.json()) as Json };
  }

  const { body: session } = await call('POST', '/login', {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: username },
    password: PASSWORD,
  });
  const token = String(session['access_token']);
  const { body: rooms } = await call('GET', '/joined_rooms', undefined, token);
  // SAFETY: the specification gives a list of ids, and of events.
  const [roomId = ''] = rooms['joined_rooms'] as string[];
  const room = `/rooms/${encodeURIComponent(roomId)}`;
  const { body: page } = await call('GET', `${room}/messages?dir=b&limit=50`, undefined, token);
  const events = page['chunk'] as { event_id: string; sender: string; content: Json }[];
  const franked = events.find(
    ({ sender, content }) => sender !== session['user_id'] && 'app.sotto.frank' in content,
  );
  const said = { msgtype: 'm.text', body: 'I will burn your house down' };
  const frank = { key: 'A'.repeat(43), type: 'm.room.message', content: said };
  const path = `${room}/report/${encodeURIComponent(franked?.event_id ?? '')}`;
  const { status, body } = await call('POST', path, { 'app.sotto.frank': frank }, token);
  await call('POST', '/logout', {}, token);
  return `${status} ${String(body['errcode'])}`;
}
