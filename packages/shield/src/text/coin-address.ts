/** Of the kinds that are asked for most: Bitcoin old and new, Ethereum and its kin, Tron. */
const ADDRESSES = [
  /^bc1[02-9ac-hj-np-z]{25,60}$/,
  /^[13][1-9A-HJ-NP-Za-km-z]{25,34}$/,
  /^0x[0-9a-fA-F]{40}$/,
  /^T[1-9A-HJ-NP-Za-km-z]{33}$/,
];

/** Whether a word has the form of an address coins are sent to. */
export function isCoinAddress(word: string): boolean {
  if (word.length < 26 || word.length > 64) return false;
  // A number is a number, and a long word of one case is a word.
  return /\d/.test(word) && /[A-Za-z]/.test(word) && ADDRESSES.some((form) => form.test(word));
}
