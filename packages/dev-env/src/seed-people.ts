/** People to try things out with. They sign in like anybody else. */
export const PEOPLE = [
  { username: 'mira', displayName: 'Mira Kovac' },
  { username: 'jonas', displayName: 'Jonas Weber' },
  { username: 'noor', displayName: 'Noor Haddad' },
] as const;

export const PASSWORD = 'a quiet evening in the garden';

interface Registered {
  readonly access_token: string;
  readonly user_id: string;
}

/** Signs these people up through the public API, as a client would. Who is there already stays. */
export async function seedPeople(url: string): Promise<void> {
  for (const { username, displayName } of PEOPLE) {
    const auth = { type: 'm.login.dummy' };
    const reply = await call(url, 'POST', '/_matrix/client/v3/register', {
      body: { username, password: PASSWORD, auth },
    });
    if (reply.status === 400) continue;
    if (!reply.ok) throw new Error(`${username} could not sign up (${reply.status}).`);
    // SAFETY: the registration contract says so.
    const registered = (await reply.json()) as Registered;
    const place = `/_matrix/client/v3/profile/${encodeURIComponent(registered.user_id)}/displayname`;
    const token = registered.access_token;
    await call(url, 'PUT', place, { body: { displayname: displayName }, token });
    await call(url, 'POST', '/_matrix/client/v3/logout', { body: {}, token });
  }
}

function call(
  url: string,
  method: string,
  path: string,
  { body, token }: { body: object; token?: string },
): Promise<Response> {
  return fetch(new URL(path, url), {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
}
