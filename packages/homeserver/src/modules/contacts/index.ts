export { openBlockBook } from './blocks/block-book.ts';
export { contactReplies } from './errors.ts';
export { contactRoutes } from './routes/index.ts';
export { openVisibilityBook } from './visibility/visibility-book.ts';
export { createContacts, type Contacts } from './service.ts';
