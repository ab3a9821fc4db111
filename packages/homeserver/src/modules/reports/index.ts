export { reportReplies } from './errors.ts';
export { reportRoutes } from './routes/index.ts';
export { createReports, type Reports } from './service.ts';
