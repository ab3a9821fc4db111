import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inRoot, root } from '../lib/paths.mjs';

/** The page that gathers every deliberate difference from the specification. */
export function renderNotspec() {
  const notes = ['packages', 'apps']
    .flatMap((folder) => listSources(inRoot(folder)))
    .flatMap((path) => findNotes(path));
  return [
    '# Where we differ from the specification',
    '',
    'Made by `npm run gen` from the `NOTSPEC:` comments in the source. Do not edit by hand.',
    '',
    ...(notes.length === 0 ? ['Nowhere on purpose.'] : notes),
    '',
  ].join('\n');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listSources(path);
      return /\.tsx?$/.test(entry.name) ? [path] : [];
    });
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function findNotes(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const fromRoot = relative(root, path).split(sep).join('/');
  return lines.flatMap((line, index) => {
    const [, first] = /NOTSPEC:\s*(.*)$/.exec(line) ?? [];
    if (first === undefined) return [];
    const rest = takeComment(lines.slice(index + 1));
    const text = [first, ...rest]
      .join(' ')
      .replace(/\s*\*\/.*$/, '')
      .replace(/\s+/g, ' ')
      .trim();
    return [`- [\`${fromRoot}\`](../../${fromRoot}): ${text}`];
  });
}

/**
 * The lines that go on with a comment, up to its end, an empty line or another tag.
 *
 * @param {readonly string[]} lines
 */
function takeComment(lines) {
  const taken = [];
  for (const line of lines) {
    const [, text = ''] = /^\s*(?:\/\/|\*(?!\/))\s?(.*)$/.exec(line) ?? [];
    if (text.trim() === '' || /^(?:[A-Z]{4,}[:(]|@)/.test(text.trim())) break;
    taken.push(text);
  }
  return taken;
}
