/** Parameters of RFC 3492, section 5. */
const BASE = 36;
const THRESHOLD_MIN = 1;
const THRESHOLD_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE_POINT = 0x80;
/** The longest label of a name in the network. */
const LABEL_CHARACTERS_MAX = 63;

/** The label that `xn--…` stands for; as it is, if it stands for none. */
export function decodeLabel(label: string): string {
  if (!label.startsWith('xn--') || label.length > LABEL_CHARACTERS_MAX) return label;
  return decode(label.slice('xn--'.length)) ?? label;
}

/** RFC 3492, section 6.2; null for what is no Punycode. */
function decode(input: string): string | null {
  const delimiter = input.lastIndexOf('-');
  const output = Array.from(input.slice(0, Math.max(delimiter, 0)));
  let codePoint = FIRST_CODE_POINT;
  let bias = FIRST_BIAS;
  let state = 0;
  let at = delimiter < 0 ? 0 : delimiter + 1;
  while (at < input.length) {
    const before = state;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(input.charCodeAt(at));
      at += 1;
      if (digit === null) return null;
      state += digit * weight;
      const threshold = Math.min(Math.max(k - bias, THRESHOLD_MIN), THRESHOLD_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (weight > Number.MAX_SAFE_INTEGER / BASE) return null;
    }
    const length = output.length + 1;
    bias = adapt(state - before, length, before === 0);
    codePoint += Math.floor(state / length);
    state %= length;
    if (codePoint > 0x10_ff_ff) return null;
    output.splice(state, 0, String.fromCodePoint(codePoint));
    state += 1;
  }
  return output.join('');
}

/** RFC 3492, section 6.1. */
function adapt(change: number, length: number, first: boolean): number {
  let delta = first ? Math.floor(change / DAMP) : Math.floor(change / 2);
  delta += Math.floor(delta / length);
  let k = 0;
  while (delta > ((BASE - THRESHOLD_MIN) * THRESHOLD_MAX) / 2) {
    delta = Math.floor(delta / (BASE - THRESHOLD_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - THRESHOLD_MIN + 1) * delta) / (delta + SKEW));
}

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35. */
function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  return null;
}
