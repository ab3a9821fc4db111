export { communityReplies } from './errors.ts';
export { communityRoutes } from './routes/index.ts';
export { createCommunities, type Communities } from './service.ts';
