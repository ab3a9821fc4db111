export { openBlockBook } from './blocks/block-book.ts';
export { createGuard } from './people/guard.ts';
export { openTrustBook } from './people/trust-book.ts';
export { contactReplies } from './errors.ts';
export { contactRoutes } from './routes/index.ts';
export { openVisibilityBook } from './visibility/visibility-book.ts';
export { createContacts, type Contacts } from './service.ts';
