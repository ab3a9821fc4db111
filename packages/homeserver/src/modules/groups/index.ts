export { groupReplies } from './errors.ts';
export { groupRoutes } from './routes/index.ts';
export { createGroups, type Groups } from './service.ts';
