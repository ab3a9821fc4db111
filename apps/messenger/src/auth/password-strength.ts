/** How hard a password is to guess, as one of five steps a person can act on. */
export interface PasswordStrength {
  readonly step: 0 | 1 | 2 | 3 | 4;
  readonly label: 'Too short' | 'Easy to guess' | 'Could be stronger' | 'Good' | 'Strong';
  readonly hint: string | null;
}

/** Below this nothing else matters. */
export const PASSWORD_LENGTH_MIN = 8;

/** The heart of what leaked lists have on their first page. Found also inside longer passwords. */
const COMMON = [
  'password', 'passwort', 'motdepasse', 'qwerty', 'azerty', 'qwertz', 'asdfgh', 'zxcvbn', 'letmein',
  'welcome', 'iloveyou', 'dragon', 'monkey', 'sunshine', 'princess', 'football', 'baseball', 'superman',
  'batman', 'master', 'shadow', 'secret', 'login', 'admin', 'hello', 'freedom', 'whatever', 'trustno',
  'starwars', 'pokemon', 'summer', 'winter', 'spring', 'autumn', 'changeme', 'default', 'sotto',
]; // prettier-ignore

/** Rates `password`; `personal` are words anyone would try first, such as the username. */
export function ratePassword(password: string, personal: readonly string[] = []): PasswordStrength {
  if (password.length < PASSWORD_LENGTH_MIN) {
    return {
      step: 0,
      label: 'Too short',
      hint: `Use at least ${PASSWORD_LENGTH_MIN} characters. Four random words are easy to remember.`,
    };
  }

  const words = personal.map((word) => word.toLowerCase()).filter((word) => word.length >= 3);
  const guessable = [...COMMON, ...words].filter((word) => unmask(password).includes(word));
  const bits = alphabetBits(password) * surprises(shorten(password, guessable));

  if (bits < 36) {
    return { step: 1, label: 'Easy to guess', hint: hintFor(guessable, words) };
  }
  if (bits < 52) {
    return {
      step: 2,
      label: 'Could be stronger',
      hint: 'One or two more words would make it good.',
    };
  }
  if (bits < 70) return { step: 3, label: 'Good', hint: null };
  return { step: 4, label: 'Strong', hint: null };
}

function hintFor(guessable: readonly string[], personal: readonly string[]): string {
  if (guessable.some((word) => personal.includes(word))) {
    return 'It contains your name. Four random words are easy to remember and hard to guess.';
  }
  return 'Others try this early. Four random words are easy to remember and hard to guess.';
}

/** `P@ssw0rd` is read as `password`, as those who guess do. */
function unmask(password: string): string {
  const masks: Readonly<Record<string, string>> = {
    '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't',
  }; // prettier-ignore
  return password.replace(/[A-Z@431!0$57]/gu, (sign) => masks[sign] ?? sign.toLowerCase());
}

/** A guessable word is worth no more than its first character. */
function shorten(password: string, guessable: readonly string[]): string {
  let rest = password;
  for (const word of guessable) {
    // Unmasking keeps lengths, so a place in the unmasked text is the same place in the password.
    for (let at = unmask(rest).indexOf(word); at >= 0; at = unmask(rest).indexOf(word, at + 1)) {
      rest = rest.slice(0, at + 1) + rest.slice(at + word.length);
    }
  }
  return rest;
}

/** Characters that do not simply repeat or continue the one before: `aaaa` and `1234` hold one. */
function surprises(text: string): number {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return points.filter((point, at) => {
    const before = points[at - 1];
    return before === undefined || Math.abs(point - before) > 1;
  }).length;
}

function alphabetBits(password: string): number {
  const size =
    (/[a-z]/u.test(password) ? 26 : 0) +
    (/[A-Z]/u.test(password) ? 26 : 0) +
    (/[0-9]/u.test(password) ? 10 : 0) +
    (/[^a-zA-Z0-9]/u.test(password) ? 30 : 0);
  return Math.log2(Math.max(size, 2));
}
