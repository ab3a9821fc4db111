import { bytesWords } from '../../media/bytes-words.ts';

/** As many photos as fit in one look before sending. */
const TRAY_FILES_MAX = 10;

export interface CheckedFiles<Candidate> {
  readonly accepted: readonly Candidate[];
  /** What was left out and why, ready to show. */
  readonly problem: string | null;
}

/** Takes what may be sent and says what may not, before a byte is uploaded. */
export function checkFiles<Candidate extends { readonly name: string; readonly size: number }>(
  candidates: readonly Candidate[],
  limits: { readonly inTray: number; readonly bytesMax: number },
): CheckedFiles<Candidate> {
  const tooLarge = candidates.filter((file) => file.size > limits.bytesMax);
  const empty = candidates.filter((file) => file.size === 0);
  const sendable = candidates.filter((file) => file.size > 0 && file.size <= limits.bytesMax);
  const room = Math.max(0, TRAY_FILES_MAX - limits.inTray);
  const problems = [
    ...tooLargeWords(tooLarge, limits.bytesMax),
    ...empty.map((file) => `“${file.name}” is empty.`).slice(0, 1),
    ...(sendable.length > room ? [`You can send ${TRAY_FILES_MAX} at a time.`] : []),
  ];
  return {
    accepted: sendable.slice(0, room),
    problem: problems.length === 0 ? null : problems.join(' '),
  };
}

function tooLargeWords(
  files: readonly { readonly name: string; readonly size: number }[],
  bytesMax: number,
): readonly string[] {
  const [first, ...rest] = files;
  if (first === undefined) return [];
  const limit = bytesWords(bytesMax);
  if (rest.length > 0) return [`${files.length} files are larger than ${limit}.`];
  return [`“${first.name}” is ${bytesWords(first.size)}. The most you can send is ${limit}.`];
}
