import { randomUUID } from 'node:crypto';
import { InvariantError, Refusal, refusalsOf } from '@sotto/kit';
import { parseJson, type Contract } from '@sotto/protocol';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Limiter } from './limits.ts';
import { httpReplies, type HttpRefusal, type Replies, type ReplySpec } from './replies.ts';
import type { BytesReply, Call, Caller, Route } from './route.ts';
import { unpackerOf, type Unpacker } from './unpack.ts';

const refuse = refusalsOf<HttpRefusal>();

const BODY_BYTES_MAX = 262_144;
/** PostgreSQL's code for text it cannot hold: U+0000 is the one that comes through JSON and addresses. */
const NUL_IN_TEXT = '22021';

const EVERY_REPLY = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'access-control-allow-headers': 'X-Requested-With, Content-Type, Authorization',
  'x-content-type-options': 'nosniff',
};

export interface HttpOptions {
  readonly routes: readonly Route[];
  readonly replies: Replies;
  readonly limiter: Limiter;
  readonly log: Logger;
  /** Finds the device behind an access token; throws a refusal if there is none. */
  readonly authenticate: (accessToken: string, peer: Call<Contract>['peer']) => Promise<Caller>;
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  readonly trustProxy: boolean | string[];
  /** Checks our own replies against their contracts. On in tests. */
  readonly checkReplies: boolean;
}

/** The only place that knows Fastify: parsing, limits, authentication, contract checks, error bodies. */
export function createHttp(options: HttpOptions): FastifyInstance {
  const run = randomUUID().slice(0, 8);
  let requests = 0;
  const app = fastify({
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: options.trustProxy,
    routerOptions: { maxParamLength: 1024 },
    logger: false,
    // Waiting syncs are answered before the server closes, not cut off.
    forceCloseConnections: 'idle',
    genReqId() {
      requests += 1;
      return `${run}-${requests}`;
    },
    requestTimeout: 120_000,
  });
  app.removeAllContentTypeParsers();
  // Matrix bodies are JSON whatever the header says.
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => {
    if (text === '') return done(null, undefined);
    try {
      done(null, parseJson(String(text)));
    } catch (cause) {
      done(cause instanceof Refusal ? cause : refuse('not_json', 'The request is not valid JSON.'));
    }
  });
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(EVERY_REPLY);
    done();
  });
  app.setErrorHandler((cause, request, reply) => answerError(options, cause, { request, reply }));
  app.setNotFoundHandler((request, reply) => {
    if (request.method === 'OPTIONS') return reply.code(204).send();
    throw refuse('unrecognized', 'This server does not know that request.');
  });

  addRoutes(
    app,
    options,
    options.routes.filter(({ contract }) => contract.bodyKind !== 'bytes'),
  );
  void app.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    addRoutes(
      uploads,
      options,
      options.routes.filter(({ contract }) => contract.bodyKind === 'bytes'),
    );
  });
  refuseOtherMethods(app, options.routes);
  return app;
}

function addRoutes(app: FastifyInstance, options: HttpOptions, routes: readonly Route[]): void {
  for (const route of routes) {
    const { contract } = route;
    const unpacker = unpackerOf(contract);
    for (const url of pathsOf(contract)) {
      app.route({
        method: contract.method,
        url,
        bodyLimit: contract.bodyBytesMax ?? BODY_BYTES_MAX,
        handler: (request, reply) => answer(options, { route, unpacker, request, reply }),
      });
    }
  }
}

interface Exchange {
  readonly route: Route;
  readonly unpacker: Unpacker;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(options: HttpOptions, exchange: Exchange): Promise<unknown> {
  const { route, unpacker, request, reply } = exchange;
  const { contract } = route;
  const peer = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
  const caller = await identify(options, request, contract, peer);
  // For the log of requests, which is written elsewhere.
  Object.assign(request, { userId: caller?.userId });
  options.limiter.take(contract.limit ?? 'default', caller?.userId ?? peer.address);

  const call = {
    params: unpacker.params(request.params),
    query: unpacker.query(request.query),
    body: contract.bodyKind === 'bytes' ? request.body : unpacker.body(request.body),
    caller,
    peer,
    headers: request.headers,
    onGone: (listener: () => void) => reply.raw.once('close', listener),
  };
  // SAFETY: each part was just checked against the route's own contract.
  const result = await route.handle(call as unknown as Call<Contract>);
  if (contract.replyKind === 'bytes') return sendBytes(reply, result as BytesReply);

  if (options.checkReplies) {
    const fault = unpacker.findReplyFault(result);
    if (fault) throw new InvariantError(`${contract.operationId} breaks its contract: ${fault}`);
  }
  return reply.send(result);
}

function sendBytes(reply: FastifyReply, bytes: BytesReply): FastifyReply {
  return reply
    .code(bytes.status)
    .headers(bytes.headers)
    .send(bytes.stream ?? undefined);
}

async function identify(
  options: HttpOptions,
  request: FastifyRequest,
  contract: Contract,
  peer: Call<Contract>['peer'],
): Promise<Caller | null> {
  if (contract.access === 'public') return null;
  const token = tokenOf(request);
  if (token !== null) return options.authenticate(token, peer);
  if (contract.access === 'optional') return null;
  throw refuse('missing_token', 'Sign in first.');
}

function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return header.slice(7);
  const { access_token: inQuery } = request.query as { access_token?: unknown };
  return typeof inQuery === 'string' ? inQuery : null;
}

function pathsOf({ path, alsoAt }: Contract): string[] {
  return alsoAt === undefined ? [path] : [path, alsoAt];
}

/** A known path with another method is 405, and browsers' preflights are answered. */
function refuseOtherMethods(app: FastifyInstance, routes: readonly Route[]): void {
  const known = new Map<string, { url: string; methods: Set<string> }>();
  for (const { contract } of routes) {
    for (const url of pathsOf(contract)) {
      // Two contracts may name the parameters of one path differently.
      const shape = url.replaceAll(/:[A-Za-z]+/g, ':');
      const path = known.get(shape) ?? { url, methods: new Set() };
      known.set(shape, path);
      path.methods.add(contract.method);
    }
  }
  for (const { url, methods } of known.values()) {
    const others = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'].filter((name) => !methods.has(name));
    app.route({
      method: others,
      url,
      exposeHeadRoute: false,
      handler: () => {
        throw refuse('method_not_allowed', 'This request exists, but not with that method.');
      },
    });
    app.route({ method: 'OPTIONS', url, handler: (_request, reply) => reply.code(204).send() });
  }
}

interface Failed {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

function answerError(
  options: HttpOptions,
  cause: unknown,
  { request, reply }: Failed,
): FastifyReply {
  const refusal = asRefusal(cause);
  const spec = refusal && (replyFor(refusal.code, options.replies) ?? null);
  if (refusal && spec) {
    const retryAfterMs = refusal.detail['retry_after_ms'];
    if (typeof retryAfterMs === 'number')
      reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
    options.log.debug(
      { requestId: request.id, code: refusal.code, status: spec.status },
      'refused',
    );
    const said = spec.errcode === null ? {} : { errcode: spec.errcode, error: refusal.message };
    return reply.code(spec.status).send({ ...said, ...refusal.detail });
  }
  options.log.error(
    { requestId: request.id, route: request.routeOptions.url, err: cause },
    'failed',
  );
  return reply.code(500).send({
    errcode: 'M_UNKNOWN',
    error: 'Something went wrong here. It has been noted; please try again.',
  });
}

function replyFor(code: string, replies: Replies): ReplySpec | undefined {
  return replies.get(code) ?? (httpReplies as Record<string, ReplySpec>)[code];
}

/** Fastify's own errors speak its language; these are the ones a caller can cause. */
function asRefusal(cause: unknown): Refusal | null {
  if (cause instanceof Refusal) return cause;
  const { code, statusCode } = cause as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return refuse('too_large', 'This request is too large.');
  if (statusCode === 413) return refuse('too_large', 'This request is too large.');
  if (code === NUL_IN_TEXT) {
    return refuse('invalid_param', 'The character U+0000 is not accepted here.');
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return refuse('invalid_param', 'The request could not be read.');
  }
  return null;
}
