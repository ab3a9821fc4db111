export interface HttpReply {
  readonly status: number;
  readonly body: string;
}

const EMPTY = Buffer.alloc(0);
const HEAD_END = '\r\n\r\n';

/**
 * Puts the replies of one connection together from what the network delivers. Knows as much of
 * HTTP/1.1 as servers of JSON use: a status, and a body whose length is announced.
 */
export class ResponseReader {
  #received: Buffer = EMPTY;

  /** Gives the reply once all of it is there. */
  push(chunk: Buffer): HttpReply | null {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const received = this.#received;
    const headBytes = received.indexOf(HEAD_END);
    if (headBytes < 0) return null;

    const head = received.toString('latin1', 0, headBytes);
    const start = headBytes + HEAD_END.length;
    const end = start + bodyBytesOf(head);
    if (received.length < end) return null;
    if (received.length > end) throw new Error('The server sent more than it was asked for.');
    this.#received = EMPTY;
    return { status: Number(head.slice(9, 12)), body: received.toString('utf8', start, end) };
  }
}

function bodyBytesOf(head: string): number {
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (length === undefined) throw new Error('The server did not announce the length of a reply.');
  return Number(length);
}
