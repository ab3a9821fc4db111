import type { Account, Conversation } from '@sotto/client';
import { useLayoutEffect, useState } from 'react';

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'open'; readonly conversation: Conversation };

/** Opens a conversation while its screen is there, also when it is only just arriving. */
export function useOpenConversation(account: Account, id: string): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  useLayoutEffect(() => {
    let conversation: Conversation | null = null;
    function open() {
      if (conversation !== null) return;
      // SAFETY: an address can hold anything; the client answers null for what it does not know.
      conversation = account.openConversation(id as Parameters<Account['openConversation']>[0]);
      setOpened(conversation === null ? { kind: 'missing' } : { kind: 'open', conversation });
    }
    open();
    let wasInChannel = false;
    /** Whoever is removed from a community is out of the channel they look at. */
    function followCommunities() {
      open();
      const channels = account.communities.all.get().flatMap((community) => community.channels);
      const isInChannel = channels.some((channel) => channel.id === id && channel.joined);
      if (wasInChannel && !isInChannel) {
        conversation?.close();
        conversation = null;
        setOpened({ kind: 'missing' });
      }
      wasInChannel = isInChannel;
    }
    followCommunities();
    const stops = [
      account.conversations.subscribe(open),
      account.communities.all.subscribe(followCommunities),
    ];
    return () => {
      for (const stop of stops) stop();
      conversation?.close();
    };
  }, [account, id]);
  return opened;
}
