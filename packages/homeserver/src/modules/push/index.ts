export { openPushBook } from './book/push-book.ts';
export { pushReplies } from './errors.ts';
export { pushRoutes } from './routes/index.ts';
export { createPushService, type PushService } from './service.ts';
