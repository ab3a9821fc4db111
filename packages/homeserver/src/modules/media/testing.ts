import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenStorage } from '../../testing/each-database.ts';
import { startHomeserver, type Reply, type TestDevice } from '../../testing/homeserver.ts';

export const MEDIA = '/_matrix/client/v1/media';
export const UPLOAD = '/_matrix/media/v3/upload';

/** What these tests let people upload at once. */
export const UPLOAD_BYTES_MAX = 300_000;

export interface Upload {
  readonly body: Buffer | string;
  readonly type?: string | undefined;
  readonly name?: string;
  readonly to?: string;
}

/** A homeserver with Mira and Jonas on it, and raw requests as browsers make them. */
export async function startMedia(open: OpenStorage) {
  const server = await startHomeserver(open, { uploadBytesMax: UPLOAD_BYTES_MAX });
  const mira = await server.signUp('mira');
  const jonas = await server.signUp('jonas');
  const { app } = server.server;
  const mediaDir = join(server.storage.dataDir, 'media');

  async function upload(by: TestDevice, { body, type, name, to }: Upload): Promise<Reply> {
    const query = name === undefined ? '' : `?filename=${encodeURIComponent(name)}`;
    const response = await app.inject({
      method: to === undefined ? 'POST' : 'PUT',
      url: `${UPLOAD}${to === undefined ? '' : `/${to}`}${query}`,
      headers: {
        authorization: `Bearer ${by.accessToken}`,
        ...(type !== undefined && { 'content-type': type }),
      },
      payload: body,
    });
    return { status: response.statusCode, body: response.json(), headers: response.headers };
  }

  /** `server/mediaId` of something just uploaded. */
  async function keep(given: Upload): Promise<string> {
    const { body } = await upload(mira, given);
    return String(body.content_uri).slice('mxc://'.length);
  }

  async function get(
    path: string,
    headers: Readonly<Record<string, string>> = {},
    by: TestDevice = jonas,
  ): Promise<Reply> {
    const authorization = `Bearer ${by.accessToken}`;
    const response = await app.inject({ url: path, headers: { authorization, ...headers } });
    const isJson = String(response.headers['content-type']).startsWith('application/json');
    const body: unknown = isJson ? response.json() : response.rawPayload;
    return { status: response.statusCode, body, headers: response.headers };
  }

  /** Every file under the media folder, or under one of its parts. */
  async function listFiles(part = ''): Promise<string[]> {
    const entries = await readdir(join(mediaDir, part), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  }

  return { server, mira, jonas, app, mediaDir, upload, keep, get, listFiles };
}

/** A reply in a word or two. */
export function answer({ status, body }: Reply): string {
  return `${status} ${body?.errcode ?? 'ok'}`;
}
