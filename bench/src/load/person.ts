import type { Connection } from '../http/connection.ts';
import { callMatrix } from '../http/matrix-call.ts';

/** Somebody signed in, on a connection of their own. */
export interface Person {
  readonly userId: string;
  readonly accessToken: string;
  readonly connection: Connection;
}

export async function signUp(connection: Connection, username: string): Promise<Person> {
  const reply = await callMatrix<{ user_id: string; access_token: string }>(connection, {
    method: 'POST',
    path: '/_matrix/client/v3/register',
    body: JSON.stringify({
      username,
      password: `${username}, correct horse battery staple`,
      auth: { type: 'm.login.dummy' },
    }),
  });
  return { userId: reply.user_id, accessToken: reply.access_token, connection };
}
