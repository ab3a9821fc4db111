/** A stretch of message text, or an address in it: of a page or of a mailbox. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'link';
      /** Where in the text it stands. */
      readonly at: number;
      /** As it was written. */
      readonly text: string;
      /** Where it really goes, normalised by the browser's own rules. */
      readonly href: string;
    };

const HREF_CHARACTERS_MAX = 2048;

/**
 * Addresses start with a scheme or `www.` after a gap and run up to white space, quotes, angle
 * brackets, or a character that changes the direction of text: an address must read as it is.
 */
const ADDRESS =
  /(?<![\p{L}\p{N}_@./-])(?:https?:\/\/|www\.)[^\s<>"“”«»\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/giu;
/**
 * A mailbox, in plain letters only so that none can pose as another. What cannot be told apart from
 * part of something longer (a path, another scheme, `git@host:path`) stays text.
 */
const MAILBOX =
  /(?<![\p{L}\p{M}\p{N}_@./:+%&=?#!$^-]|[\p{L}\p{N}]['’])[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(?![\p{L}\p{M}\p{N}_@]|[.:/-][\p{L}\p{N}])/giu;
const ANY = new RegExp(`${ADDRESS.source}|${MAILBOX.source}`, 'giu');
const CLOSING = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Splits text into plain stretches and addresses. Only `http`, `https` and `mailto` become links. */
export function linkify(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ANY)) {
    // Before anything else, so that a wall of brackets costs no time.
    if (match[0].length > HREF_CHARACTERS_MAX) continue;
    const written = trimSentence(match[0]);
    const href = targetOf(written);
    if (href === null) continue;
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'link', at: match.index, text: written, href });
    from = match.index + written.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** Punctuation at the end belongs to the sentence, unless it closes a bracket of the address. */
function trimSentence(written: string): string {
  let end = written.length;
  for (;;) {
    const last = written[end - 1];
    if (last === undefined) return '';
    const opening = CLOSING.get(last);
    if (opening === undefined) {
      if (!/[.,:;!?'’*_~…]/.test(last)) break;
    } else if (count(written, opening, end) >= count(written, last, end)) {
      break;
    }
    end -= 1;
  }
  return written.slice(0, end);
}

/** An address of a page has a scheme or a user before its `@`, and is refused for that below. */
function isMailbox(written: string): boolean {
  return written.includes('@') && !/^(?:https?:\/\/|www\.)/i.test(written);
}

function count(text: string, character: string, end: number): number {
  let found = 0;
  for (let index = 0; index < end; index += 1) if (text[index] === character) found += 1;
  return found;
}

function targetOf(written: string): string | null {
  if (isMailbox(written)) return `mailto:${written}`;
  const address = /^www\./i.test(written) ? `https://${written}` : written;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  // `https://bank.example@evil.example` goes to evil.example: no one writes that to a friend.
  if (url.username !== '' || url.password !== '') return null;
  if (!url.hostname.includes('.') && url.hostname !== 'localhost' && !url.hostname.includes(':')) {
    return null;
  }
  return url.href;
}

/**
 * What to say about where a link goes: the host as the network sees it when that differs from
 * what is written (other alphabets become `xn--…`), else null.
 */
export function disguisedHost(link: { text: string; href: string }): string | null {
  const { host } = new URL(link.href);
  return link.text.toLowerCase().includes(host) ? null : host;
}
