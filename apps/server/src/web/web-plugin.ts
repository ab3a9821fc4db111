import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { securityHeadersOf } from './security-headers.ts';
import { listWebFiles, type Freshness } from './web-files.ts';

export interface WebOptions {
  /** The folder with the built messenger. */
  readonly root: string;
  readonly publicUrl: URL;
}

const CACHE_CONTROL: Readonly<Record<Freshness, string>> = {
  immutable: 'public, max-age=31536000, immutable',
  ask: 'no-cache',
};

/** Belongs to the API: a wrong path there is an error for a program, never a page for a person. */
const API_PATH = /^\/(?:_matrix|_sotto|_synapse|\.well-known)(?:\/|$)/;

/** Serves the messenger: its files, and its page for every address a person can open. */
export async function addWeb(app: FastifyInstance, options: WebOptions): Promise<void> {
  const files = await listWebFiles(options.root);
  const securityHeaders = Object.entries(securityHeadersOf(options.publicUrl));

  await app.register(async (web) => {
    await web.register(fastifyStatic, {
      root: options.root,
      serve: false,
      preCompressed: true,
      cacheControl: false,
    });
    for (const url of ['/', '/*']) {
      web.get(url, (request, reply) => {
        const path = findFile(request, files);
        if (path === null) return reply.callNotFound();
        return sendFile(reply, path, files.get(path) ?? 'ask');
      });
    }
  });

  function sendFile(reply: FastifyReply, path: string, freshness: Freshness): FastifyReply {
    for (const [name, value] of securityHeaders) reply.header(name, value);
    // The API is open to every origin; the messenger's own files are nobody else's business.
    for (const name of CORS_HEADERS) reply.removeHeader(name);
    return reply.header('cache-control', CACHE_CONTROL[freshness]).sendFile(path.slice(1));
  }
}

const CORS_HEADERS = [
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
];

function findFile(request: FastifyRequest, files: ReadonlyMap<string, Freshness>): string | null {
  const path = request.url.split('?', 1)[0] ?? '/';
  if (API_PATH.test(path)) return null;
  if (files.has(path)) return path;
  return isNavigation(request, path) && files.has('/index.html') ? '/index.html' : null;
}

/**
 * A person opening an address, as opposed to a page asking for a file that is not there. The
 * ending of the path says nothing: `@mira:chat.example.org` looks like a file, too.
 */
function isNavigation(request: FastifyRequest, path: string): boolean {
  // Whoever asks for the address that was printed, with whatever program, sees that it is served.
  if (path === '/') return true;
  return !path.startsWith('/assets/') && (request.headers.accept ?? '').includes('text/html');
}
