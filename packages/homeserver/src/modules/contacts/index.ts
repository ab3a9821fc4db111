export { openBlockBook, type BlockBook } from './blocks/block-book.ts';
export { createGuard, type Guard } from './people/guard.ts';
export { openTrustBook, type TrustBook } from './people/trust-book.ts';
export { contactReplies } from './errors.ts';
export { contactRoutes } from './routes/index.ts';
export { openVisibilityBook, type VisibilityBook } from './visibility/visibility-book.ts';
export { createContacts, type Contacts } from './service.ts';
