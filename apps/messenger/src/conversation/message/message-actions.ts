import type { Attachment, Message } from '@sotto/client';
import { createContext, useContext } from 'react';
import { invariant } from '@sotto/kit';

/** What can be done with one message. Given once per conversation, so that rows stay cheap. */
export interface MessageActions {
  readonly copy: (text: string) => Promise<void>;
  readonly save: (attachment: Attachment) => Promise<void>;
  /** Whether a photo may leave the screen that blurs it. */
  readonly maySave: (message: Message) => boolean;
  readonly retry: (message: Message) => void;
  readonly discard: (message: Message) => void;
  /** Asks first. */
  readonly unsend: (message: Message) => void;
  readonly report: (message: Message) => void;
  readonly openPhoto: (message: Message) => void;
  /** Until when nothing more can be sent, in words; null while it can. */
  readonly awaiting: string | null;
}

export const MessageActionsContext = createContext<MessageActions | null>(null);

/** The actions of the conversation this message stands in. */
export function useMessageActions(): MessageActions {
  const actions = useContext(MessageActionsContext);
  invariant(actions !== null, 'messages stand inside MessageActionsContext');
  return actions;
}

/** What copying a message puts on the clipboard, or null when it holds no words. */
export function copyableText(message: Message): string | null {
  const { body } = message;
  if (body.kind === 'text') return body.text;
  return body.kind === 'attachment' ? body.caption : null;
}

/** Why a message that failed would fail again, in words; null where trying again may help. */
export function reasonToWait(message: Message, { awaiting }: MessageActions): string | null {
  return message.awaitsAcceptance ? awaiting : null;
}

/** Only what reached the server can be taken back from it. */
export function canUnsend(message: Message): boolean {
  return (
    message.mine &&
    message.eventId !== null &&
    message.delivery !== 'failed' &&
    message.body.kind !== 'removed'
  );
}

/** Also of what was unsent: for a day it can still be shown to moderators. */
export function canReport({ mine, eventId }: Message): boolean {
  return !mine && eventId !== null;
}
