import { memo, useMemo } from 'react';
import { disguisedHost, linkify, type TextPart } from './linkify.ts';

/** Message text with its addresses as links. */
export const MessageText = memo(function MessageText({ text }: { readonly text: string }) {
  const parts = useMemo(() => linkify(text), [text]);
  return parts.map((part) =>
    part.kind === 'text' ? part.text : <MessageLink key={part.at} link={part} />,
  );
});

function MessageLink({ link }: { readonly link: Extract<TextPart, { kind: 'link' }> }) {
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
        className="underline decoration-1 underline-offset-2 hover:decoration-2 focus-visible:outline-current"
      >
        {link.text}
      </a>
      {host !== null && <bdi className="font-mono text-small"> ({host})</bdi>}
    </>
  );
}
