/** One stretch of a pattern between two `*`. */
interface Segment {
  readonly text: string;
  /** Whether a `?` in it stands for any one character. */
  readonly hasAnyOne: boolean;
}

/** A pattern that is matched without backtracking. */
export type Glob = readonly Segment[];

/** No honest pattern is longer; a longer one matches nothing. */
const PATTERN_UNITS_MAX = 256;

const NOTHING: Glob = [];

/**
 * Reads a pattern: `*` is any sequence of characters and `?` any one.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#glob-style-matching
 */
export function compileGlob(pattern: string): Glob {
  if (pattern.length > PATTERN_UNITS_MAX) return NOTHING;
  return pattern.split('*').map((text) => ({ text, hasAnyOne: text.includes('?') }));
}

/** Reads text in which nothing is special. */
export function compileLiteral(text: string): Glob {
  return [{ text, hasAnyOne: false }];
}

/** Whether the whole text is what the pattern describes. */
export function matchesWhole(glob: Glob, text: string): boolean {
  return matches(glob, text, {
    startsWell: (at) => at === 0,
    endsWell: (at) => at === text.length,
  });
}

/** Whether the pattern describes a part of the text that begins and ends at the edge of a word. */
export function matchesWords(glob: Glob, text: string): boolean {
  return matches(glob, text, {
    startsWell: (at) => at === 0 || !isWordUnit(text.charCodeAt(at - 1)),
    endsWell: (at) => at === text.length || !isWordUnit(text.charCodeAt(at)),
  });
}

interface Edges {
  startsWell(at: number): boolean;
  endsWell(at: number): boolean;
}

/**
 * Takes each segment where it stands first. Going back could not help: what an earlier place leaves
 * for the next segments includes everything that a later one would leave.
 */
function matches(glob: Glob, text: string, edges: Edges): boolean {
  let from = 0;
  for (const [index, segment] of glob.entries()) {
    const isFirst = index === 0;
    const isLast = index === glob.length - 1;
    from = findEnd(segment, text, from, (start, end) => {
      return (!isFirst || edges.startsWell(start)) && (!isLast || edges.endsWell(end));
    });
    if (from === -1) return false;
  }
  return glob.length > 0;
}

/** Where the first acceptable occurrence at or after `from` ends, or -1. */
function findEnd(
  segment: Segment,
  text: string,
  from: number,
  accepts: (start: number, end: number) => boolean,
): number {
  if (segment.hasAnyOne) {
    for (let start = from; start < text.length; start += unitsAt(text, start)) {
      const end = endAt(segment.text, text, start);
      if (end !== -1 && accepts(start, end)) return end;
    }
    return -1;
  }
  const { length } = segment.text;
  for (let start = from; start <= text.length; start += 1) {
    start = text.indexOf(segment.text, start);
    if (start === -1) return -1;
    if (accepts(start, start + length)) return start + length;
  }
  return -1;
}

/** Where `segment` ends if it stands at `start`, or -1. */
function endAt(segment: string, text: string, start: number): number {
  let at = start;
  for (let index = 0; index < segment.length; index += 1) {
    if (at >= text.length) return -1;
    const wanted = segment.charCodeAt(index);
    if (wanted === QUESTION_MARK) {
      at += unitsAt(text, at);
    } else if (text.charCodeAt(at) === wanted) {
      at += 1;
    } else {
      return -1;
    }
  }
  return at;
}

/** A character outside the basic plane is two units. */
function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

const QUESTION_MARK = 0x3f;

/** `[A-Za-z0-9_]`, as the specification draws the edge of a word. */
function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    unit === 0x5f ||
    (unit >= 0x61 && unit <= 0x7a)
  );
}
