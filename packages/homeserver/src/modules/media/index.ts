export { mediaReplies } from './errors.ts';
export { mediaRoutes } from './routes/index.ts';
export { openMediaService, type MediaAddress, type MediaService } from './service.ts';
export { serve, type Served } from './serving/serve.ts';
