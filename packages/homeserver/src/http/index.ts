export { createLimiter, type Limiter } from './limits.ts';
export {
  collectReplies,
  httpReplies,
  type HttpRefusal,
  type Replies,
  type ReplySpec,
} from './replies.ts';
export { route, type BytesReply, type Call, type Caller, type Peer, type Route } from './route.ts';
export { createHttp, type HttpOptions } from './server.ts';
