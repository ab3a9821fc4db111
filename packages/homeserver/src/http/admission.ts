import { isPending, Refusal, refusalsOf, type Awaitable } from '@sotto/kit';
import type { Contract } from '@sotto/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limiter } from './limits.ts';
import type { HttpRefusal } from './replies.ts';
import type { Caller, Peer } from './route.ts';
import { closeIfLarge } from './unread-body.ts';

const refuse = refusalsOf<HttpRefusal>();

/** The name under which a request keeps who was let in. */
export const ADMITTED = 'admitted';

export interface Admitted {
  readonly caller: Caller | null;
  readonly peer: Peer;
}

export interface AdmissionOptions {
  readonly limiter: Limiter;
  /** Finds the device behind an access token; throws a refusal if there is none. */
  readonly authenticate: (accessToken: string, peer: Peer) => Awaitable<Caller>;
}

type Done = (cause?: Error) => void;

/**
 * Says who calls and counts the call before its body is read: nobody can make the server parse
 * what it would refuse anyway. Whoever cannot say who they are is counted by network address, apart
 * from everyone else there: a flood of forged tokens does not hold up an office behind one address.
 */
export function admissionTo(
  contract: Contract,
  bodyBytesMax: number,
  { limiter, authenticate }: AdmissionOptions,
) {
  const limit = contract.limit ?? 'default';
  const isJson = contract.bodyKind !== 'bytes';

  /** A refusal counts against the address, whether it comes at once or later. */
  function findCaller(token: string, peer: Peer): Awaitable<Caller> {
    const countRefused = (cause: unknown): never => {
      if (cause instanceof Refusal) limiter.take('unidentified', peer.address);
      throw cause;
    };
    try {
      const caller = authenticate(token, peer);
      return isPending(caller) ? caller.catch(countRefused) : caller;
    } catch (cause) {
      return countRefused(cause);
    }
  }

  function admitCaller(request: FastifyRequest, peer: Peer, caller: Caller): void {
    // Also of a call that is refused for being one too many the log says whose it was.
    request.setDecorator('userId', caller.userId);
    limiter.take(limit, caller.userId);
    request.setDecorator<Admitted>(ADMITTED, { caller, peer });
  }

  function admitStranger(request: FastifyRequest, peer: Peer): void {
    if (contract.access === 'user') {
      limiter.take('unidentified', peer.address);
      throw refuse('missing_token', 'Sign in first.');
    }
    limiter.take(limit, peer.address);
    request.setDecorator<Admitted>(ADMITTED, { caller: null, peer });
  }

  return (request: FastifyRequest, reply: FastifyReply, done: Done): Promise<void> | void => {
    const { headers } = request.raw;
    if (isJson) {
      closeIfLarge(request, reply, bodyBytesMax);
      // Bodies are JSON whatever the header says; Fastify would refuse a header it cannot read.
      if (headers['content-type'] !== undefined) headers['content-type'] = 'application/json';
    }
    const peer = { address: request.ip, userAgent: headers['user-agent'] ?? '' };
    const token = contract.access === 'public' ? null : tokenOf(request);
    if (token === null) {
      admitStranger(request, peer);
      return done();
    }
    const caller = findCaller(token, peer);
    if (isPending(caller)) return caller.then((found) => admitCaller(request, peer, found));
    admitCaller(request, peer, caller);
    done();
  };
}

function tokenOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return header.slice(7);
  const { access_token: inQuery } = request.query as { access_token?: unknown };
  return typeof inQuery === 'string' ? inQuery : null;
}
