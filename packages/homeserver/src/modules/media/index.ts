export { mediaReplies, type MediaRefusal } from './errors.ts';
export { mediaRoutes } from './routes/index.ts';
export { openMediaService, type MediaOptions, type MediaService } from './service.ts';
