export { keyReplies } from './errors.ts';
export { keyRoutes } from './routes/index.ts';
export { createKeyService, type KeyService } from './service.ts';
