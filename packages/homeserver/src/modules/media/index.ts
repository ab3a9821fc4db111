export { mediaReplies } from './errors.ts';
export { mediaRoutes } from './routes/index.ts';
export { openMediaService, type MediaService } from './service.ts';
