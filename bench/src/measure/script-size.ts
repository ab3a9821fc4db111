import { readFile } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface ScriptSize {
  readonly files: readonly string[];
  readonly gzipBytes: number;
}

/**
 * The scripts a browser loads to show the first screen: those the page names, what it asks to
 * preload, and what all these import, however deep. What is imported later on demand does not count.
 */
export async function measureFirstLoad(webRoot: string): Promise<ScriptSize> {
  const html = await readFile(join(webRoot, 'index.html'), 'utf8');
  const files = new Set<string>();
  const waiting = listPageScripts(html);
  let gzipBytes = 0;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    const script = await readFile(join(webRoot, path), 'utf8');
    gzipBytes += gzipSync(script, { level: 9 }).length;
    const folder = dirname(path);
    waiting.push(...listStaticImports(script).map((target) => normalize(join(folder, target))));
  }
  return { files: [...files].toSorted(), gzipBytes };
}

const PAGE_SCRIPT =
  /<script\b[^>]*\bsrc="([^"]+)"|<link\b(?=[^>]*\brel="modulepreload")[^>]*\bhref="([^"]+)"/g;

/** Paths from the folder of the page. */
export function listPageScripts(html: string): string[] {
  return Array.from(html.matchAll(PAGE_SCRIPT), ([, script, preload]) =>
    relative('/', join('/', script ?? preload ?? '')),
  );
}

const STATIC_IMPORT =
  /\b(?:import|export)\s*(?:[\w$*{}\s,]+?\bfrom\s*|\{[^}]*\}\s*from\s*|\*\s*from\s*)?["'](\.{1,2}\/[^"']+)["']/g;

/** Relative paths as they stand in a bundled module. */
export function listStaticImports(script: string): string[] {
  return Array.from(script.matchAll(STATIC_IMPORT), ([, path = '']) => path);
}
