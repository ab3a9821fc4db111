export { linkReplies, noSuchLink } from './errors.ts';
export { createLinkMaker, type LinkMakerDeps, type LinkWish } from './link-maker.ts';
export { createLinkStore, type Link } from './link-store.ts';
export { linkFactsReply, readLinkWish } from './link-wire.ts';
