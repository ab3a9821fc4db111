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
 * at once or later. Where a script is loaded cannot be seen from outside, so everything counts but
 * what is said to be loaded on demand.
 */
export async function measureScripts(
  webRoot: string,
  isOnDemand: (fileName: string) => boolean,
): Promise<ScriptSize> {
  const html = await readFile(join(webRoot, 'index.html'), 'utf8');
  const seen = new Map<string, number>();
  const waiting = listPageScripts(html);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || isOnDemand(basename(path))) continue;
    const script = await readFile(join(webRoot, path), 'utf8');
    seen.set(path, gzipSync(script, { level: 9 }).length);
    const folder = dirname(path);
    waiting.push(...listImports(script).map((target) => normalize(join(folder, target))));
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
  /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g,
];

/** Relative paths of other scripts, as they stand in a bundled module. */
export function listImports(script: string): string[] {
  return IMPORTS.flatMap((form) =>
    Array.from(script.matchAll(form), ([, path = '']) => path).filter((path) =>
      path.endsWith('.js'),
    ),
  );
}
