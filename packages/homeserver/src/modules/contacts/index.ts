export { contactReplies } from './errors.ts';
export { contactRoutes } from './routes/index.ts';
export { createContactService } from './service.ts';
