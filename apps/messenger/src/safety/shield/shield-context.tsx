import type { Message } from '@sotto/client';
import type { Warning } from '@sotto/shield';
import { createContext, useContext, type ComponentType, type MouseEvent } from 'react';

/** What the shield adds to an open conversation, once its script is here. */
export interface ConversationShield {
  /** Under a message: what to be careful about. */
  readonly Under: ComponentType<{ readonly message: Message }>;
  /** Under the header: whom the other person could be taken for. */
  readonly Header: ComponentType;
  /** By the keys of messages; without those that were put away. */
  readonly warnings: ReadonlyMap<string, readonly Warning[]>;
  readonly imitated: Warning | null;
  readonly hide: (messageKey: string) => void;
  /** May keep the link from opening, and ask first. */
  readonly onLink: (event: MouseEvent, message: Message, link: LinkInMessage) => void;
}

export interface LinkInMessage {
  readonly text: string;
  readonly href: string;
}

/**
 * `loading` until it is known what there is; `missing` if that takes too long or fails; `off` where
 * people switched it off, and where there is no conversation.
 */
export type ShieldStand = ConversationShield | 'loading' | 'missing' | 'off';

export const ShieldContext = createContext<ShieldStand>('off');

/** Null while there is none, or where there is no conversation. */
export function useConversationShield(): ConversationShield | null {
  const stand = useContext(ShieldContext);
  return typeof stand === 'string' ? null : stand;
}

/** Where warnings of a message appear. */
export function ShieldUnder({ message }: { readonly message: Message }) {
  const shield = useConversationShield();
  return shield && <shield.Under message={message} />;
}
