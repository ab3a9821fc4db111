import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { listImports, listLaterImports, listPageScripts, measureScripts } from './script-size.ts';

test('the page names its scripts and what to preload, but a style sheet is no script', () => {
  const html = `<link rel="icon" href="/icon.svg"><link rel="stylesheet" crossorigin href="/main.css">
    <script type="module" crossorigin src="/assets/main.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/kit.js">`;

  expect(listPageScripts(html)).toEqual(['assets/main.js', 'assets/kit.js']);
});

test.each([
  { script: 'import{a as b,c}from"./one.js";', imports: ['./one.js'] },
  { script: 'import x from\'./two.js\';import"./one.js"', imports: ['./two.js', './one.js'] },
  { script: 'import*as x from"../one.js"', imports: ['../one.js'] },
  { script: 'import x,{y}from"./one.js"', imports: ['./one.js'] },
  { script: 'export{a}from"./one.js";export*from"./two.js"', imports: ['./one.js', './two.js'] },
  { script: 'const later=()=>import(`./one.js`)', imports: [] },
  { script: 'const text="import ./one.js";fetch("./two.js")', imports: [] },
  { script: 'new URL("./crypto.wasm",import.meta.url)', imports: [] },
])('$script leads to $imports', ({ script, imports }) => {
  expect(listImports(script)).toEqual(imports);
});

test.each([
  { script: 'const later=()=>import(`./one.js`)', imports: ['./one.js'] },
  { script: 'import("./one.js").then(f)', imports: ['./one.js'] },
  { script: 'import{a as b,c}from"./one.js";', imports: [] },
])('$script leads to $imports later', ({ script, imports }) => {
  expect(listLaterImports(script)).toEqual(imports);
});

test('every script counts once, later ones too, but not what is loaded on demand alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-script-size-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = {
    'index.html': '<script type="module" src="/main.js"></script>',
    'main.js':
      'import"./left.js";import"./right.js";import"./emoji-xs.js";import("./later.js");import("./emoji-x1.js")',
    'left.js': 'import{a}from"./shared.js"',
    'right.js': 'import{b}from"./shared.js"',
    'shared.js': 'export const shared=1',
    'emoji-xs.js': 'export const imported=1',
    'later.js': 'export const later=1',
    'emoji-x1.js': 'import"./emoji-list.js"',
    'emoji-list.js': 'export const list=1',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);

  const size = await measureScripts(folder, (name) => name.startsWith('emoji-x'));

  const counted = [
    'emoji-xs.js',
    'later.js',
    'left.js',
    'main.js',
    'right.js',
    'shared.js',
  ] as const;
  expect(size.files.map(({ path }) => path).toSorted()).toEqual(counted);
  expect(size.gzipBytes).toBe(
    counted.reduce((sum, name) => sum + gzipSync(files[name], { level: 9 }).length, 0),
  );
});
