export { minorReplies } from './errors.ts';
export { minorRoutes } from './routes/index.ts';
export { openMinors, type MinorService } from './service.ts';
