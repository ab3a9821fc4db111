import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import { readServerError } from '../../session/problems.ts';

export type Json = Readonly<Record<string, unknown>>;

interface Question {
  readonly method?: Method;
  readonly path: string;
  readonly body?: Json;
}

/** Asks the server something the SDK has no words for. Throws its error. */
export function ask(client: MatrixClient, { method, path, body }: Question): Promise<Json> {
  return client.http.authedRequest<Json>(method ?? Method.Get, path, undefined, body, {
    prefix: '/_matrix/client/',
  });
}

/** The same; null where the server says that there is no such thing. */
export async function askFor(client: MatrixClient, path: string): Promise<Json | null> {
  try {
    return await ask(client, { path });
  } catch (error) {
    if (readServerError(error).httpStatus === 404) return null;
    throw error;
  }
}

/** A path of Sotto's own, each part made fit for an address. */
export function sottoPath(...parts: readonly string[]): string {
  return ['unstable', 'app.sotto', ...parts].map(encodeURIComponent).join('/');
}

/** A path of the Matrix specification. */
export function matrixPath(...parts: readonly string[]): string {
  return ['v3', ...parts].map(encodeURIComponent).join('/');
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A number that may be absent. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** Entries of a list that are objects; none if it is no list. */
export function listOf(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is Json => typeof one === 'object' && one !== null);
}
