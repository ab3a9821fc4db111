import type { ServerInfo } from '../types/index.ts';
import { readServerError } from './problems.ts';
import type { ServerRequests } from './server-requests.ts';
import { asksForToken, BIRTH_MONTH, normalizeUsername, readFlows } from './sign-up.ts';

/** Whether and how a server takes new people: asked by starting to register and stopping there. */
async function readRegistration(requests: ServerRequests): Promise<Omit<ServerInfo, 'serverName'>> {
  try {
    await requests.send('POST', '/_matrix/client/v3/register', {});
    return { registration: 'open', asksForBirthMonth: false };
  } catch (error) {
    const { httpStatus, errcode, data } = readServerError(error);
    if (httpStatus === 403 && errcode === 'M_FORBIDDEN') {
      return { registration: 'closed', asksForBirthMonth: false };
    }
    if (httpStatus !== 401) throw error;
    // SAFETY: an answer of any other shape has no such field.
    const params = (data['params'] ?? {}) as Readonly<Record<string, unknown>>;
    return {
      registration: readFlows(data).every(asksForToken) ? 'token' : 'open',
      asksForBirthMonth: BIRTH_MONTH in params,
    };
  }
}

export async function describeServer(
  baseUrl: string,
  requests: ServerRequests,
): Promise<ServerInfo> {
  return { serverName: new URL(baseUrl).host, ...(await readRegistration(requests)) };
}

/** Throws the server's refusal when the name is taken or unfit. */
export async function checkUsername(requests: ServerRequests, username: string): Promise<void> {
  const query = new URLSearchParams({ username: normalizeUsername(username) });
  await requests.send('GET', `/_matrix/client/v3/register/available?${query}`);
}
