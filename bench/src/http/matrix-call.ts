import { RunError } from '../run-error.ts';
import type { Connection, HttpRequest } from './connection.ts';

/** One call of the client-server API; throws unless it succeeds. */
export async function callMatrix<Reply>(
  connection: Connection,
  request: HttpRequest,
): Promise<Reply> {
  const { status, body } = await connection.request(request);
  if (status !== 200) {
    const { method, path } = request;
    const said = body.slice(0, 200);
    // The token travels in a header, so the path can be shown.
    throw new RunError(`${method} ${path.split('?')[0]} was answered ${status}: ${said}`);
  }
  // SAFETY: the caller names the reply the specification promises; another shape fails the run,
  // because every message is then found to be lost.
  return JSON.parse(body) as Reply;
}
