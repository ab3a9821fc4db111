import type { Readable } from 'node:stream';
import type {
  BodyOf,
  Contract,
  DeviceId,
  ParamsOf,
  QueryOf,
  ReplyOf,
  UserId,
} from '@sotto/protocol';

/** The signed-in device behind a call. */
export interface Caller {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
}

/** What the network tells about a call. For limits and the device list; never for authorisation. */
export interface Peer {
  readonly address: string;
  readonly userAgent: string;
}

type CallerOf<C extends Contract> = C['access'] extends 'user'
  ? Caller
  : C['access'] extends 'optional'
    ? Caller | null
    : null;

export interface Call<C extends Contract> {
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: C['bodyKind'] extends 'bytes' ? Readable : BodyOf<C>;
  readonly caller: CallerOf<C>;
  readonly peer: Peer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Calls the listener when the other side goes away before it is answered. For long polls. */
  readonly onGone: (listener: () => void) => void;
}

/** A reply that is not JSON. */
export interface BytesReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: Readable | Buffer | null;
}

type Answer<C extends Contract> = C['replyKind'] extends 'bytes' ? BytesReply : ReplyOf<C>;

/** A route with its types forgotten, so that routes of any contract make one list. */
export interface Route {
  readonly contract: Contract;
  handle(call: Call<Contract>): Promise<unknown>;
}

/** Binds a contract to its handler: unpack, call one service method, shape the reply. */
export function route<const C extends Contract>(
  contract: C,
  handler: (call: Call<C>) => Promise<Answer<C>>,
): Route {
  // `http/` checks params, query, body and access against this same contract first.
  return { contract, handle: handler };
}
