/** A typed or pasted code without what people add to it: spaces, line breaks, dashes, quotes. */
export function tidyRecoveryCode(typed: string): string {
  return typed.replace(/[^1-9A-HJ-NP-Za-km-z]/gu, '');
}

/** The code in groups of four, as it is shown and printed. */
export function groupRecoveryCode(code: string): readonly string[] {
  return tidyRecoveryCode(code).match(/.{1,4}/gu) ?? [];
}

/** What goes into the downloaded file. */
export function recoveryCodeFile(handle: string, code: string): string {
  return [
    `Sotto recovery code of ${handle}`,
    '',
    groupRecoveryCode(code).join(' '),
    '',
    'It opens your earlier messages on a new device. Whoever has it can read them,',
    'so keep it where only you look. Making a new code in settings voids this one.',
    '',
  ].join('\n');
}
