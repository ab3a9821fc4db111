// `npm run gen`: writes docs/generated. With --check, only says what is out of date.
import { mkdirSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { renderEndpoints } from './gen/endpoints.mjs';
import { renderNotspec } from './gen/notspec.mjs';
import { build, targets } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRoot } from './lib/paths.mjs';
import { runTool, ToolError } from './lib/run.mjs';

await runTool(async () => {
  await ensureDependencies();
  await build(targets.server);
  const { renderConfigReference } = await load('apps/server/dist/config/config-reference.js');
  const pages = {
    'config.md': renderConfigReference(),
    'endpoints.md': renderEndpoints(await load('packages/protocol/dist/index.js')),
    'notspec.md': renderNotspec(),
  };

  const stale = Object.entries(pages).filter(([name, text]) => readPage(name) !== text);
  if (process.argv.includes('--check')) {
    if (stale.length === 0) return;
    const names = stale.map(([name]) => `docs/generated/${name}`).join(', ');
    throw new ToolError(`Out of date: ${names}. "npm run gen" writes them.`);
  }
  mkdirSync(inRoot('docs/generated'), { recursive: true });
  for (const [name, text] of stale) {
    writeFileSync(inRoot('docs/generated', name), text);
    console.log(`docs/generated/${name}`);
  }
});

/** @param {string} path */
function load(path) {
  return import(pathToFileURL(inRoot(path)).href);
}

/** @param {string} name */
function readPage(name) {
  const path = inRoot('docs/generated', name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
