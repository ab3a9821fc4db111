import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { listPageScripts, listStaticImports, measureFirstLoad } from './script-size.ts';

test('the page names its scripts and what to preload, but a style sheet is no script', () => {
  const html = `<link rel="icon" href="/icon.svg"><link rel="stylesheet" crossorigin href="/main.css">
    <script type="module" crossorigin src="/assets/main.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/kit.js">`;

  expect(listPageScripts(html)).toEqual(['assets/main.js', 'assets/kit.js']);
});

test.each([
  { script: 'import{a as b,c}from"./one.js";', imports: ['./one.js'] },
  { script: 'import"./one.js";import x from\'./two.js\'', imports: ['./one.js', './two.js'] },
  { script: 'import*as x from"../one.js"', imports: ['../one.js'] },
  { script: 'import x,{y}from"./one.js"', imports: ['./one.js'] },
  { script: 'export{a}from"./one.js";export*from"./two.js"', imports: ['./one.js', './two.js'] },
  { script: 'const later=()=>import("./one.js")', imports: [] },
  { script: 'const text="import ./one.js"', imports: [] },
])('of $script a browser loads $imports at once', ({ script, imports }) => {
  expect(listStaticImports(script)).toEqual(imports);
});

test('every script counts once, also when two import it, and later ones do not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-script-size-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = {
    'index.html': '<script type="module" src="/main.js"></script>',
    'main.js': 'import"./left.js";import"./right.js";import("./later.js")',
    'left.js': 'import"./shared.js"',
    'right.js': 'import"./shared.js"',
    'shared.js': 'export const shared=1',
    'later.js': 'export const later=1',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);

  const size = await measureFirstLoad(folder);

  const first = ['left.js', 'main.js', 'right.js', 'shared.js'] as const;
  expect(size.files).toEqual(first);
  expect(size.gzipBytes).toBe(
    first.reduce((sum, name) => sum + gzipSync(files[name], { level: 9 }).length, 0),
  );
});
