import type { Ban } from './bans.ts';

/** A SAFETY comment may take a few lines, and the statement it speaks of some more. */
const SAFETY_LINES_MAX = 10;

const COMMENT = /^\s*(?:\/\/|\/?\*)/;

/** The lines of a file that break a ban, as `path:line`. */
export function findBroken(ban: Ban, path: string, text: string): readonly string[] {
  if (!ban.where.test(path) || ban.except?.test(path)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (!ban.find.test(line) || (COMMENT.test(line) && !ban.inComments)) return [];
    const above = lines.slice(Math.max(0, index - SAFETY_LINES_MAX), index + 1);
    if (ban.needsSafety && above.some((near) => near.includes('SAFETY:'))) return [];
    return [`${path}:${index + 1}`];
  });
}
