export { createLimiter } from './limits.ts';
export { collectReplies, type HttpRefusal, type ReplySpec } from './replies.ts';
export { route, type BytesReply, type Call, type Caller, type Peer, type Route } from './route.ts';
export { createHttp } from './server.ts';
