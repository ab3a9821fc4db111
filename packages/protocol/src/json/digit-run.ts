/** What a scan needs of a text; a string has it. */
interface ScannableText {
  readonly length: number;
  charCodeAt(index: number): number;
}

/**
 * Whether so many digits stand in a row. `/\d{200}/` begins anew at each of them, which for runs of
 * 199 is a hundred looks at every character. This looks at the place where a run would end, walks
 * back to the first character that is none, and goes on from that: at most two looks at each.
 */
export function hasDigitRun(text: ScannableText, length: number): boolean {
  let end = length - 1;
  while (end < text.length) {
    const start = end - length;
    let at = end;
    while (at > start && isDigit(text.charCodeAt(at))) at -= 1;
    if (at === start) return true;
    end = at + length;
  }
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
