import { Refusal, refusalsOf } from '@sotto/kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { httpReplies, type HttpRefusal, type Replies, type ReplySpec } from './replies.ts';

const refuse = refusalsOf<HttpRefusal>();

/** PostgreSQL's code for text it cannot hold: U+0000 is the one that comes through JSON and addresses. */
const NUL_IN_TEXT = '22021';

export interface ErrorOptions {
  readonly replies: Replies;
  readonly log: Logger;
}

export interface Failed {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Shapes what was thrown: a refusal as its module says, everything else as a failure of ours. */
export function answerError(
  options: ErrorOptions,
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
