import type { UserId } from '@sotto/protocol';
import { createLinkStore, type Link } from '../../../links/index.ts';

interface Own {
  readonly owner: UserId;
}

export type ContactLink = Link<Own>;

/** Sole owner of `contact_link`. */
export const linkStore = createLinkStore<Own>('contact_link', { owner: 'owner' });
