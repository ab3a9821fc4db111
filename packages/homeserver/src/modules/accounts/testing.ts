import type { FastifyInstance } from 'fastify';
import type { Reply, TestHomeserver } from '../../testing/homeserver.ts';

/** The password of accounts made by `signUp`. */
export const PASSWORD = 'correct horse battery staple';

export const CLIENT = '/_matrix/client/v3';

/** Proof by password, as clients send it. */
export function passwordAuth(user: string, password: string = PASSWORD, session?: string): object {
  return {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user },
    password,
    ...(session === undefined ? {} : { session }),
  };
}

/** The body of a sign-in by password. */
export function loginForm(user: string, more: object = {}): object {
  return { ...passwordAuth(user), ...more };
}

/** Whether the server still knows this access token. */
export async function whoami(home: TestHomeserver, accessToken: string): Promise<Reply> {
  return home.call('GET', `${CLIENT}/account/whoami`, undefined, accessToken);
}

/** A sign-in from a certain address. */
export async function loginFrom(
  app: FastifyInstance,
  address: string,
  form: object,
): Promise<number> {
  const response = await app.inject({
    method: 'POST',
    url: `${CLIENT}/login`,
    remoteAddress: address,
    payload: form,
  });
  return response.statusCode;
}
