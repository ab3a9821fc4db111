import { limits } from '../rules/rules.ts';
import type { Link } from '../types.ts';

const ADDRESS_CHARACTERS_MAX = 2048;
/** `[shown](target)`, which some programs draw as a link and others as it is. */
const MARKED = /\[([^\][\n]{1,300})\]\((https?:\/\/[^\s()<>]{1,2048})\)/giu;
/** What stands between white space, quotes and brackets. Part of no address. */
const GAPS = /[\s<>"“”«»()[\]{}，。、；：！？「」『』（）【】]+/u;
/** Two parts with a dot between them are enough to be read as an address. */
const BARE = /^(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,10}\p{L}{2,24}(?=$|[/:?#])/u;
const SCHEME = /https?:\/\//i;

/** The addresses in a text, with or without `https://` in front, up to a limit. */
export function findLinks(text: string): readonly Link[] {
  const links: Link[] = [];
  const rest = text.slice(0, limits.textCharacters).replace(MARKED, (_, shown, href) => {
    if (links.length < limits.links) links.push({ shown: String(shown), href: String(href) });
    return ' ';
  });
  for (const piece of rest.split(GAPS)) {
    if (links.length >= limits.links) break;
    if (piece.length > ADDRESS_CHARACTERS_MAX || (!piece.includes('.') && !SCHEME.test(piece)))
      continue;
    const shown = addressIn(piece);
    if (shown === null) continue;
    const href = SCHEME.test(shown) ? shown : `https://${shown}`;
    if (URL.canParse(href)) links.push({ shown, href });
  }
  return links;
}

function addressIn(piece: string): string | null {
  const scheme = SCHEME.exec(piece);
  const written = (scheme ? piece.slice(scheme.index) : piece).replace(
    /[.,:;!?'’*_~…]{1,20}$/u,
    '',
  );
  if (scheme) return written;
  return BARE.test(written) ? written : null;
}
