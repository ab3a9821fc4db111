import { readFile } from 'node:fs/promises';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface ScriptSize {
  /** Paths in the folder and what each weighs, the heaviest first. */
  readonly files: readonly { readonly path: string; readonly gzipBytes: number }[];
  readonly gzipBytes: number;
}

/**
 * The scripts of a built page: those it names, what it asks to preload, and what all these import,
 * at once or later. When a later one is loaded cannot be seen from outside, so they all count but those
 * said to be loaded on demand; what is imported at once counts whatever its name.
 */
export async function measureScripts(
  webRoot: string,
  isOnDemand: (fileName: string) => boolean,
): Promise<ScriptSize> {
  const html = await readFile(join(webRoot, 'index.html'), 'utf8');
  const seen = new Map<string, number>();
  const waiting = listPageScripts(html);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    const script = await readFile(join(webRoot, path), 'utf8');
    seen.set(path, gzipSync(script, { level: 9 }).length);
    const folder = dirname(path);
    const later = listLaterImports(script).filter((target) => !isOnDemand(basename(target)));
    const targets = [...listImports(script), ...later];
    waiting.push(...targets.map((target) => normalize(join(folder, target))));
  }
  const files = [...seen]
    .map(([path, gzipBytes]) => ({ path, gzipBytes }))
    .toSorted((left, right) => right.gzipBytes - left.gzipBytes);
  return { files, gzipBytes: files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) };
}

const PAGE_SCRIPT =
  /<script\b[^>]*\bsrc="([^"]+)"|<link\b(?=[^>]*\brel="modulepreload")[^>]*\bhref="([^"]+)"/g;

/** Paths from the folder of the page. */
export function listPageScripts(html: string): string[] {
  return Array.from(html.matchAll(PAGE_SCRIPT), ([, script, preload]) =>
    relative('/', join('/', script ?? preload ?? '')),
  );
}

const IMPORTS = [
  /\b(?:import|export)\b[\w$*{}\s,]*?\bfrom\s*["'](\.{1,2}\/[^"']+)["']/g,
  /\bimport\s*["'](\.{1,2}\/[^"']+)["']/g,
];
const LATER_IMPORTS = [/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g];

/** Relative paths of the scripts a bundled module imports before it runs. */
export function listImports(script: string): string[] {
  return listTargets(script, IMPORTS);
}

/** Relative paths of the scripts it imports while it runs. */
export function listLaterImports(script: string): string[] {
  return listTargets(script, LATER_IMPORTS);
}

function listTargets(script: string, forms: readonly RegExp[]): string[] {
  return forms.flatMap((form) =>
    Array.from(script.matchAll(form), ([, path = '']) => path).filter((path) =>
      path.endsWith('.js'),
    ),
  );
}
