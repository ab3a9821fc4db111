import { RequestRefused } from './problems.ts';

type Json = Readonly<Record<string, unknown>>;

export interface ServerRequests {
  /** Sends JSON, gives JSON. Throws `RequestRefused` for an answer that is not a success. */
  send(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: Json,
    accessToken?: string,
  ): Promise<Json>;
}

/** The few requests made before there is a session; afterwards the SDK makes them. */
export function createServerRequests(
  baseUrl: string,
  fetch: typeof globalThis.fetch,
): ServerRequests {
  return {
    async send(method, path, body, accessToken) {
      const response = await fetch(baseUrl + path, {
        method,
        headers: {
          ...(body ? { 'Content-Type': 'application/json' } : {}),
          ...(accessToken ? { Authorization: `Bearer ${accessToken}` } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        credentials: 'omit',
        cache: 'no-store',
      });
      const reply: unknown = await response.json().catch(() => null);
      // SAFETY: every field read from a reply is checked where it is read.
      const json = (typeof reply === 'object' && reply !== null ? reply : {}) as Json;
      if (!response.ok) throw new RequestRefused(response.status, withRetryAfter(json, response));
      return json;
    },
  };
}

/** A proxy may say how long to wait only in the header. */
function withRetryAfter(json: Json, response: Response): Json {
  const seconds = Number(response.headers.get('Retry-After'));
  if (json['retry_after_ms'] !== undefined || !(seconds > 0)) return json;
  return { ...json, retry_after_ms: seconds * 1000 };
}
