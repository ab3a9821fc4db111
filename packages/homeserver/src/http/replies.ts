import type { JsonRefusal } from '@sotto/protocol';

/** How a refusal looks on the wire. */
export interface ReplySpec {
  readonly status: number;
  /** A Matrix error code; null where the specification wants a body without one. */
  readonly errcode: string | null;
}

/** Every module's refusals by code. Built by the composition root; two modules must not share a code. */
export type Replies = ReadonlyMap<string, ReplySpec>;

/** Refusals `http/` itself gives. */
export type HttpRefusal =
  | 'bad_json'
  | JsonRefusal
  | 'invalid_param'
  | 'missing_token'
  | 'unknown_token'
  | 'expired_token'
  | 'too_large'
  | 'address_too_long'
  | 'headers_too_large'
  | 'too_slow'
  | 'limit_exceeded'
  | 'unrecognized'
  | 'method_not_allowed';

export const httpReplies: Readonly<Record<HttpRefusal, ReplySpec>> = {
  bad_json: { status: 400, errcode: 'M_BAD_JSON' },
  not_json: { status: 400, errcode: 'M_NOT_JSON' },
  json_too_deep: { status: 400, errcode: 'M_BAD_JSON' },
  json_forbidden_key: { status: 400, errcode: 'M_BAD_JSON' },
  json_not_canonical: { status: 400, errcode: 'M_BAD_JSON' },
  invalid_param: { status: 400, errcode: 'M_INVALID_PARAM' },
  missing_token: { status: 401, errcode: 'M_MISSING_TOKEN' },
  unknown_token: { status: 401, errcode: 'M_UNKNOWN_TOKEN' },
  expired_token: { status: 401, errcode: 'M_UNKNOWN_TOKEN' },
  too_large: { status: 413, errcode: 'M_TOO_LARGE' },
  address_too_long: { status: 414, errcode: 'M_TOO_LARGE' },
  headers_too_large: { status: 431, errcode: 'M_TOO_LARGE' },
  too_slow: { status: 408, errcode: 'M_UNKNOWN' },
  limit_exceeded: { status: 429, errcode: 'M_LIMIT_EXCEEDED' },
  unrecognized: { status: 404, errcode: 'M_UNRECOGNIZED' },
  method_not_allowed: { status: 405, errcode: 'M_UNRECOGNIZED' },
};

/** Headers of every reply, also to what could not be read: browsers hide refusals without them. */
export const EVERY_REPLY = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'access-control-allow-headers': 'X-Requested-With, Content-Type, Authorization',
  'x-content-type-options': 'nosniff',
};

/** Adds up the modules' tables and refuses a code that two of them claim. */
export function collectReplies(...tables: readonly Readonly<Record<string, ReplySpec>>[]): Replies {
  const all = new Map<string, ReplySpec>();
  for (const table of tables) {
    for (const [code, reply] of Object.entries(table)) {
      if (all.has(code)) throw new Error(`Two modules refuse with the code ${code}.`);
      all.set(code, reply);
    }
  }
  return all;
}
