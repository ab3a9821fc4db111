import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/**
 * One line per answered call. It names the route's pattern, never the address that was asked for:
 * that holds room ids, event ids and, from old clients, access tokens.
 */
export function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '(unknown)';
    // A line for each call that went well would bury the rest, and cost as much as a query.
    const level = reply.statusCode >= 400 ? 'info' : 'debug';
    log[level](
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        elapsedMs: Math.round(reply.elapsedTime),
        userId: userIdOf(request),
      },
      'answered',
    );
  });
}

function userIdOf(request: FastifyRequest): string | undefined {
  // SAFETY: the homeserver notes the caller on the request once it knows who it is.
  const { userId } = request as FastifyRequest & { readonly userId?: string | null };
  return userId ?? undefined;
}
