import { randomUUID } from 'node:crypto';
import { InvariantError, Refusal, refusalsOf } from '@sotto/kit';
import { parseJson, type Contract } from '@sotto/protocol';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ADMITTED, admissionTo, type AdmissionOptions, type Admitted } from './admission.ts';
import { answerError } from './answer-error.ts';
import { pathsOf, refuseOtherMethods, refuseUnknown } from './other-methods.ts';
import { EVERY_REPLY, type HttpRefusal, type Replies } from './replies.ts';
import type { BytesReply, Call, Route } from './route.ts';
import { unpackerOf, type Unpacker } from './unpack.ts';
import { BODY_BYTES_MAX, closeIfLarge } from './unread-body.ts';
import { answerBadAddress, answerParserError } from './unreadable.ts';

const refuse = refusalsOf<HttpRefusal>();

export interface HttpOptions extends AdmissionOptions {
  readonly routes: readonly Route[];
  readonly replies: Replies;
  readonly log: Logger;
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
    frameworkErrors(cause, request, reply) {
      answerBadAddress(options, cause, { request, reply });
    },
    clientErrorHandler: answerParserError,
  });
  app.decorateRequest(ADMITTED, null);
  // For the log of requests, which is written elsewhere.
  app.decorateRequest('userId', null);
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
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(EVERY_REPLY);
    if (request.method !== 'OPTIONS' && !request.is404) return done();
    // Answered before the body is read: nobody wants it.
    closeIfLarge(request, reply);
    if (request.method !== 'OPTIONS') refuseUnknown(app, request);
    void reply.code(204).send();
  });
  app.setErrorHandler((cause, request, reply) => answerError(options, cause, { request, reply }));
  app.setNotFoundHandler((request) => refuseUnknown(app, request));

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
    const bodyBytesMax = contract.bodyBytesMax ?? BODY_BYTES_MAX;
    const admit = admissionTo(contract, bodyBytesMax, options);
    for (const url of pathsOf(contract)) {
      app.route({
        method: contract.method,
        url,
        bodyLimit: bodyBytesMax,
        onRequest: admit,
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
  const { caller, peer } = request.getDecorator<Admitted>(ADMITTED);
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
