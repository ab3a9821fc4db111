import { connect, type Socket } from 'node:net';
import { ResponseReader, type HttpReply } from './response-reader.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly accessToken?: string;
  /** JSON text. */
  readonly body?: string;
}

interface Waiting {
  readonly resolve: (reply: HttpReply) => void;
  readonly reject: (cause: Error) => void;
}

/** The server went away before it answered; what was asked may or may not have happened. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
}

/**
 * A connection that is kept open and carries one request at a time. It stands on a bare socket:
 * the driver shares the machine with the server it measures, and the client of node:http costs
 * several times as much for each request.
 */
export class Connection {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | null = null;
  #reader = new ResponseReader();
  #waiting: Waiting | null = null;

  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    this.#host = hostname;
    this.#port = Number(port);
  }

  request(request: HttpRequest): Promise<HttpReply> {
    if (this.#waiting) throw new Error('A connection carries one request at a time.');
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket ??= this.#open();
      this.#socket.write(this.#print(request));
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#fail('The connection was closed by this side.');
  }

  #open(): Socket {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    this.#reader = new ResponseReader();
    socket.on('data', (chunk) => this.#onData(chunk));
    // What went wrong is also told by `close`, which comes in every case.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#socket === socket) this.#fail('The server closed the connection.');
    });
    return socket;
  }

  #onData(chunk: Buffer): void {
    let reply: HttpReply | null;
    try {
      reply = this.#reader.push(chunk);
    } catch (cause) {
      this.#socket?.destroy();
      this.#settle()?.reject(new Error('The reply cannot be read.', { cause }));
      return;
    }
    if (reply) this.#settle()?.resolve(reply);
  }

  #fail(reason: string): void {
    this.#socket = null;
    this.#settle()?.reject(new ConnectionLostError(reason));
  }

  #settle(): Waiting | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  #print({ method, path, accessToken, body }: HttpRequest): string {
    const authorization =
      accessToken === undefined ? '' : `authorization: Bearer ${accessToken}\r\n`;
    const content =
      body === undefined
        ? ''
        : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    return `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}:${this.#port}\r\n${authorization}${content}\r\n${body ?? ''}`;
  }
}
