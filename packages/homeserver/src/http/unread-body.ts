import type { FastifyReply, FastifyRequest } from 'fastify';

/** The largest body of a route whose contract names no other. */
export const BODY_BYTES_MAX = 262_144;

/**
 * Before a request may be refused with its body unread. Node takes in and drops the rest of it, so
 * that the connection can be used again; for a body larger than any that is accepted, or of unknown
 * length, that would be for as long as the sender likes. Senders of the latter are rare enough that
 * they may connect anew even where all went well.
 */
export function closeIfLarge(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  bytesMax = BODY_BYTES_MAX,
): void {
  const isLarge =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > bytesMax;
  if (isLarge) reply.header('connection', 'close');
}
