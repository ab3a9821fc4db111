import { createServerRequests } from '../../src/session/server-requests.ts';
import { openSessionSlot } from '../../src/session/session-record.ts';
import type { TestPerson } from './person.ts';
import type { TestServer } from './test-server.ts';

type Json = Readonly<Record<string, unknown>>;

type Ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: Json) => Promise<Json>;

/** Asks the server in somebody's name for what Sotto itself would not ask. */
export function asOtherClient(
  { baseUrl }: Pick<TestServer, 'baseUrl'>,
  { platform }: Pick<TestPerson, 'platform'>,
): Ask {
  const requests = createServerRequests(baseUrl, fetch);
  return async (method, path, body) => {
    const record = await openSessionSlot(platform.store).get();
    return requests.send(method, `/_matrix/client${path}`, body, record?.accessToken);
  };
}
