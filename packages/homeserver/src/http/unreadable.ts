import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { refusalsOf, type Refusal } from '@sotto/kit';
import { answerError, type ErrorOptions, type Failed } from './answer-error.ts';
import { EVERY_REPLY, httpReplies, type HttpRefusal } from './replies.ts';
import { closeIfLarge } from './unread-body.ts';

const refuse = refusalsOf<HttpRefusal>();

/**
 * Answers an address the router cannot read; no hook has run then. The address is not repeated: it
 * may hold a token. Its preflight is answered like any other, or browsers would hide the refusal.
 */
export function answerBadAddress(
  options: ErrorOptions,
  cause: { readonly code: string },
  { request, reply }: Failed,
): void {
  reply.headers(EVERY_REPLY);
  closeIfLarge(request, reply);
  if (request.method === 'OPTIONS') void reply.code(204).send();
  else void answerError(options, asAddressRefusal(cause.code), { request, reply });
}

function asAddressRefusal(code: string): Refusal {
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') {
    return refuse('address_too_long', 'A part of this address is too long.');
  }
  return refuse('invalid_param', 'This address is not correctly encoded.');
}

function asParserRefusal(code: string | undefined): Refusal<HttpRefusal> {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return refuse('too_slow', 'This request took too long to arrive.');
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return refuse('headers_too_large', 'The headers of this request are too large.');
  }
  return refuse('invalid_param', 'The request could not be read.');
}

/** Answers bytes that are no HTTP request: for those there is no reply object, only the socket. */
export function answerParserError(cause: { readonly code?: string }, socket: Socket): void {
  if (cause.code === 'ECONNRESET' || !socket.writable || hasBegunReply(socket)) {
    socket.destroy();
    return;
  }
  const { code, message } = asParserRefusal(cause.code);
  const { status, errcode } = httpReplies[code];
  const body = JSON.stringify({ errcode, error: message });
  const head = Object.entries({
    ...EVERY_REPLY,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...head, '', body];
  // Node leaves its half of the connection open for a sender that never ends theirs.
  socket.end(lines.join('\r\n'), () => socket.destroy());
}

/** When nonsense follows a request: a second reply in the middle of the first garbles both. */
function hasBegunReply(socket: Socket): boolean {
  // SAFETY: Node's own handler of these errors reads the same field; without it nothing has begun.
  const { _httpMessage: reply } = socket as { _httpMessage?: { headersSent?: boolean } | null };
  return reply?.headersSent === true;
}
