import { PASSWORD } from './steps.ts';

/** One more device of somebody, which asks the server without a messenger: as a stranger's program would. */
export interface RawDevice {
  readonly userId: string;
  call(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object): Promise<RawReply>;
}

export interface RawReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function signInRaw(url: string, username: string): Promise<RawDevice> {
  const { body } = await request(`${url}/_matrix/client/v3/login`, {
    method: 'POST',
    body: {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: username },
      password: PASSWORD,
    },
  });
  const token = String(body['access_token']);
  return {
    userId: String(body['user_id']),
    call: (method, path, content) =>
      request(`${url}/_matrix/client/${path}`, {
        method,
        token,
        ...(content && { body: content }),
      }),
  };
}

interface Ask {
  readonly method: string;
  readonly token?: string;
  readonly body?: object;
}

async function request(address: string, { method, token, body }: Ask): Promise<RawReply> {
  const reply = await fetch(address, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  // SAFETY: the server answers everything with an object; what is read of it is checked.
  return { status: reply.status, body: (await reply.json()) as RawReply['body'] };
}
