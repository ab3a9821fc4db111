import { createHash } from 'node:crypto';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { sensitiveModel } from './build/sensitive-model.ts';
import manifest from './package.json' with { type: 'json' };
import { ABSENT_MODULES, moduleName } from './src/platform/absent-modules.ts';

const api = process.env['SOTTO_DEV_API'] ?? 'http://localhost:8008';

/** Of what screens are made of, what none of the first ones needs: fields, dialogs, and the signs of other places. */
const LATER =
  'packages/ui/src/(?:feedback/failed|forms/(?!search-field)|hooks/use-loaded|overlays/(?:(?:confirm-|form-)?dialog|floating|menu-items))|@base-ui/(?!react/(?:csp-provider|internals/csp))|@floating-ui/|' +
  'lucide-react/dist/esm/icons/(?:archive|ban|calendar-days|clock(?!-)|cloud-excl|eye|fingerprint|glasses|hash|mail-[cox]|megaphone|monitor-smart|moon|message-circle|pencil|plus|qr-code|rss|settings-2|share-2|shield-check|store|tag|triangle-excl|unlink|user-minus|user-round|users)[\\w-]*\\.mjs';
const LATER_PARTS = new RegExp(LATER);
const FIRST_PARTS = new RegExp(
  `^(?!.*(?:${LATER})).*/(?:packages/ui|@base-ui|@floating-ui|lucide-react)/`,
);

const model = sensitiveModel();

export default defineConfig({
  plugins: [absentModules(), react(), tailwindcss(), shellList(), model.plugin],
  worker: { format: 'es' },
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  define: {
    APP_VERSION: JSON.stringify(manifest.version),
    SENSITIVE_MODEL_URL: JSON.stringify(model.url),
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/_matrix': api, '/.well-known/matrix': api, '/_sotto': api },
  },
  build: {
    outDir: 'dist',
    // The first browsers with light-dark() and the :has() selector.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // The page's policy forbids data: scripts and workers, and a wasm inlined as text would double.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/platform/service-worker.ts' },
      treeshake: {
        // A barrel of our own only re-exports; without this it would drag all of itself along.
        moduleSideEffects: (id) => !/\/packages\/(ui|kit|protocol)\/src\//u.test(id),
        // The client silences the SDK's own logger, so what the SDK would tell it can stay away.
        manualPureFunctions: ['debug', 'info', 'log', 'warn', 'error'].map((to) => `logger.${to}`),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          // Few files that change for few reasons: the frame under everything, then what screens share.
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|@tanstack)\// },
            {
              name: 'ui',
              test: FIRST_PARTS,
              minShareCount: 2,
            },
            // What only screens of the second moment have in common: fields, and the signs beside them.
            {
              name: 'forms',
              test: LATER_PARTS,
              minShareCount: 2,
            },
            {
              name: 'shared',
              test: /apps\/messenger\/src\/(?!communities\/(?!community-in-view)|platform\/absent|requests\/|safety\/reports\/(?!index|report-when-wanted)|groups\/|settings\/|devices\/|quiet\/(?!use-)|safety\/sensitive\/(?!guard-rules|use-photo-guard)|safety\/shield\/(?!shield-context)|people\/(?:choose\/|links\/|person\/|use-people-search|use-start)|app\/frame\/shortcut-help|auth\/(?!door-frame|recovery-prompt))/,
              minShareCount: 2,
            },
            // What the door needs of the client, which is to come without the SDK.
            {
              name: 'client',
              test: /packages\/(?:kit|client)\/src\/(?:(?:platform|session)\/)?[\w-]+\.ts/,
              minShareCount: 2,
            },
            // What an account is opened with and what is fetched later share most of the SDK.
            {
              name: 'sdk',
              test: /node_modules\/(?:matrix-js-sdk|@matrix-org)\/|packages\/client\/src\/(?:conversations\/|matrix\/|people\/(?!book\/)|platform\/batcher|timeline\/(?!notices\/))/,
              minShareCount: 2,
            },
            // What groups, links to them and choosing people have in common.
            {
              name: 'groups',
              test: /apps\/messenger\/src\/(?:groups|people\/choose|settings\/people)\/(?!slow-mode)/,
              minShareCount: 2,
            },
            // What a conversation shares with its photos over everything else.
            {
              name: 'sensitive-photos',
              test: /src\/safety\/sensitive\/(?!guard-rules|use-photo-guard|guarded-photo)/,
              minShareCount: 2,
            },
            { name: 'blurhash', test: /node_modules\/blurhash\// },
            // What the screens of communities share.
            {
              name: 'communities',
              test: /apps\/messenger\/src\/communities\/(?!community-in-view)/,
              minShareCount: 2,
            },
            // What the list of requests shares with a single one.
            { name: 'requests', test: /apps\/messenger\/src\/requests\//, minShareCount: 2 },
            // What reporting shares with deciding reports and the settings.
            { name: 'reports', test: /apps\/messenger\/src\/safety\/reports\//, minShareCount: 2 },
            // The scam shield, its rules and what it draws.
            {
              name: 'shield',
              test: /packages\/shield\/src\/|apps\/messenger\/src\/safety\/shield\/(?!shield-context|use-shield-book)/,
              minShareCount: 2,
            },
            // What somebody's page shares with the details of a conversation and the settings.
            {
              name: 'person',
              test: /people\/(?:links|person)\/|messenger\/src\/quiet\/(?!use-)/,
              minShareCount: 2,
            },
            // What signing up, linking and the settings share: nothing on the way to the conversations.
            {
              name: 'auth',
              test: /apps\/messenger\/src\/(?:settings\/|devices\/|auth\/(?!door-frame|recovery-prompt))/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
});

/** Builds without the parts of matrix-js-sdk that are never used. */
function absentModules(): Plugin {
  return {
    name: 'sotto-absent-modules',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer?.includes('/node_modules/matrix-js-sdk/') !== true) return null;
      const standIn = ABSENT_MODULES[moduleName(source, importer)];
      if (standIn === undefined) return null;
      return fileURLToPath(new URL(`src/platform/absent/${standIn}`, import.meta.url));
    },
  };
}

/** Tells the service worker which files make the shell, and makes its bytes change with them. */
function shellList(): Plugin {
  return {
    name: 'sotto-shell-list',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') this.error('The service worker was not built.');
        const built = Object.values(bundle).filter((file) => isShellFile(file.fileName));
        const files = [
          '/index.html',
          '/early.js',
          '/manifest.webmanifest',
          '/icons/mark.svg',
        ].concat(built.map((file) => `/${file.fileName}`).sort());
        const digest = createHash('sha256').update(files.join('\n')).update(pageOf(bundle));
        worker.code = worker.code
          .replace('SHELL_VERSION', JSON.stringify(digest.digest('hex').slice(0, 16)))
          .replace('SHELL_FILES', JSON.stringify(files));
      },
    },
  };
}

/** Scripts, styles, the crypto and the one font file that Latin text needs; others come when used. */
function isShellFile(fileName: string): boolean {
  // The look at sensitive photos is a megabyte that most people never need.
  if (!fileName.startsWith('assets/') || fileName.includes('/sensitive-')) return false;
  return /\.(?:js|css|wasm)$/u.test(fileName) || /inter-latin-wght-normal/u.test(fileName);
}

function pageOf(bundle: Record<string, { type: string; source?: string | Uint8Array }>): string {
  return String(bundle['index.html']?.source ?? '');
}
