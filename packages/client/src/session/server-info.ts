import type { ServerInfo } from '../types/index.ts';
import { readServerError } from './problems.ts';
import type { ServerRequests } from './server-requests.ts';
import { asksForToken, normalizeUsername, readFlows } from './sign-up.ts';

/** Whether and how a server takes new people: asked by starting to register and stopping there. */
async function readRegistration(requests: ServerRequests): Promise<ServerInfo['registration']> {
  try {
    await requests.send('POST', '/_matrix/client/v3/register', {});
    return 'open';
  } catch (error) {
    const { httpStatus, errcode, data } = readServerError(error);
    if (httpStatus === 403 && errcode === 'M_FORBIDDEN') return 'closed';
    if (httpStatus !== 401) throw error;
    return readFlows(data).every(asksForToken) ? 'token' : 'open';
  }
}

export async function describeServer(
  baseUrl: string,
  requests: ServerRequests,
): Promise<ServerInfo> {
  return { serverName: new URL(baseUrl).host, registration: await readRegistration(requests) };
}

/** Throws the server's refusal when the name is taken or unfit. */
export async function checkUsername(requests: ServerRequests, username: string): Promise<void> {
  const query = new URLSearchParams({ username: normalizeUsername(username) });
  await requests.send('GET', `/_matrix/client/v3/register/available?${query}`);
}
