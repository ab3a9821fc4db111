import { refusalsOf } from '@sotto/kit';
import type { Contract } from '@sotto/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HttpRefusal } from './replies.ts';
import type { Route } from './route.ts';
import { closeIfLarge } from './unread-body.ts';

const refuse = refusalsOf<HttpRefusal>();

export function pathsOf({ path, alsoAt }: Contract): string[] {
  return alsoAt === undefined ? [path] : [path, alsoAt];
}

/**
 * A known path with another method is 405. These are routes because the messenger, where it is
 * served too, answers GET and HEAD of every path that has none. HEAD is answered where GET is.
 */
export function refuseOtherMethods(app: FastifyInstance, routes: readonly Route[]): void {
  const known = new Map<string, { url: string; methods: Set<string> }>();
  for (const { contract } of routes) {
    for (const url of pathsOf(contract)) {
      // Two contracts may name the parameters of one path differently.
      const shape = url.replaceAll(/:[A-Za-z]+/g, ':');
      const path = known.get(shape) ?? { url, methods: new Set(['OPTIONS']) };
      known.set(shape, path);
      path.methods.add(contract.method);
      if (contract.method === 'GET') path.methods.add('HEAD');
    }
  }
  for (const { url, methods } of known.values()) {
    app.route({
      method: app.supportedMethods.filter((name) => !methods.has(name)),
      url,
      exposeHeadRoute: false,
      onRequest(request, reply) {
        // Refused before the body is read: nobody wants it.
        closeIfLarge(request, reply);
        refuseMethod();
      },
      handler: refuseMethod,
    });
  }
}

function refuseMethod(): never {
  throw refuse('method_not_allowed', 'This request exists, but not with that method.');
}

/**
 * Refuses what no route answers. Node knows twenty more methods than have routes here: a path that
 * refuses TRACE, which no contract uses, is one that exists.
 */
export function refuseUnknown(app: FastifyInstance, request: FastifyRequest): never {
  const known: unknown = app.findRoute({ method: 'TRACE', url: request.raw.url ?? '/' });
  if (known !== null) refuseMethod();
  throw refuse('unrecognized', 'This server does not know that request.');
}
