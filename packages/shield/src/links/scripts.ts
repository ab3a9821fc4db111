import { tr39 } from '../rules/rules.ts';

const SCRIPTS = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['armenian', /\p{Script=Armenian}/u],
  ['cherokee', /\p{Script=Cherokee}/u],
  ['georgian', /\p{Script=Georgian}/u],
] as const;
type Script = (typeof SCRIPTS)[number][0];

/**
 * Whether a label is put together from alphabets that share letters by their looks. The alphabets
 * of East and South Asia mix with Latin every day, and none of their letters pose as it: they count
 * for nothing here, as in the "moderately restrictive" level of Unicode Technical Standard 39.
 */
export function mixesAlphabets(label: string): boolean {
  return scriptsOf(label).size > 1;
}

/** Whether a label of another alphabet has no letter that would show it: `аррӏе`. */
export function posesAsLatin(label: string): boolean {
  const scripts = scriptsOf(label);
  if (scripts.size !== 1 || scripts.has('latin')) return false;
  const letters = Array.from(label).filter((letter) => /\p{L}/u.test(letter));
  return letters.every((letter) => tr39.has(letter));
}

function scriptsOf(label: string): ReadonlySet<Script> {
  return new Set(SCRIPTS.filter(([, form]) => form.test(label)).map(([script]) => script));
}
