import type { Message } from '@sotto/client';
import { memo, useMemo } from 'react';
import { useLinkGuard } from '../../safety/shield/use-link-guard.ts';
import { disguisedHost, linkify, type TextPart } from './linkify.ts';

/** Message text with its addresses as links. */
export const MessageText = memo(function MessageText({
  message,
  text,
}: {
  readonly message: Message;
  readonly text: string;
}) {
  const parts = useMemo(() => linkify(text), [text]);
  return parts.map((part) =>
    part.kind === 'text' ? part.text : <MessageLink key={part.at} message={message} link={part} />,
  );
});

function MessageLink({
  message,
  link,
}: {
  readonly message: Message;
  readonly link: Extract<TextPart, { kind: 'link' }>;
}) {
  const { onPress, waiting } = useLinkGuard(message, link);
  const host = disguisedHost(link);
  return (
    <>
      <a
        dir="ltr"
        href={link.href}
        // A mailbox is for another program, which would leave an empty tab behind.
        target={link.href.startsWith('mailto:') ? undefined : '_blank'}
        rel="noopener noreferrer"
        title={link.href}
        onClick={onPress}
        // The middle button opens a link, too.
        onAuxClick={onPress}
        aria-busy={waiting || undefined}
        className="underline decoration-1 underline-offset-2 hover:decoration-2 focus-visible:outline-current aria-busy:cursor-progress aria-busy:opacity-60"
      >
        {link.text}
      </a>
      {host !== null && <bdi className="font-mono text-small"> ({host})</bdi>}
    </>
  );
}
