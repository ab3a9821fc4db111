// The law of imports. A rule's name says what it wants; its comment says why. Every rule has a
// wrong example in tools/fixtures/layers, and a test that fails when the rule goes blind to it.

const modules = '^packages/homeserver/src/modules/';
const test = String.raw`\.test\.tsx?$|/testing\.ts$|/(?:testing|tests)/`;
const store = String.raw`(?:/|-)store\.ts$`;
const tables = String.raw`/tables\.ts$`;
const storage = '^packages/homeserver/src/storage/';
const http = '^packages/homeserver/src/http/';

/** npm packages by name, wherever they are installed. */
const npm = (...names) => `node_modules/(?:${names.join('|')})/`;

const sqlPackages = npm('kysely', 'pg', 'better-sqlite3');
const serverPackages = npm(
  'fastify',
  '@fastify',
  'kysely',
  'pg',
  'better-sqlite3',
  'pino',
  'sharp',
  '@node-rs',
);
const browserPackages = npm(
  'react',
  'react-dom',
  '@base-ui',
  '@tanstack',
  'matrix-js-sdk',
  'virtua',
);

const browserCode = '^(?:packages/(?:kit|protocol|shield|client|ui)|apps/messenger)/src/';
const serverCode = '^(?:packages/(?:homeserver|desk-core|channels)|apps/server)/src/';

/** Who may import which of our own packages. A package that is missing here may import none. */
const arrows = {
  'packages/kit': [],
  'packages/protocol': ['packages/kit'],
  'packages/ui': [],
  'packages/shield': [],
  'packages/client': ['packages/kit', 'packages/protocol'],
  'packages/homeserver': ['packages/kit', 'packages/protocol'],
  'packages/desk-core': ['packages/kit', 'packages/protocol'],
  'packages/channels': ['packages/kit'],
  'packages/dev-env': ['packages'],
  'apps/server': [
    'packages/kit',
    'packages/protocol',
    'packages/homeserver',
    'packages/desk-core',
    'packages/channels',
  ],
  'apps/messenger': [
    'packages/kit',
    'packages/protocol',
    'packages/client',
    'packages/shield',
    'packages/ui',
  ],
  bench: ['packages'],
  e2e: ['packages'],
};

const arrowRules = Object.entries(arrows).map(([from, allowed]) => ({
  name: `arrows-go-down-from-${from.replace('/', '-')}`,
  comment: `${from} may import ${allowed.join(', ') || 'none of our packages'}.`,
  severity: 'error',
  // A test may put up the other side it talks to.
  from: { path: `^${from}/`, pathNot: test },
  to: {
    path: '^(?:packages|apps|bench|e2e|tools)/',
    pathNot: [from, ...allowed].map((path) => `^${path}/`),
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-import-resolves',
      comment: 'An import the law cannot follow is one it cannot judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'rules-are-pure',
      comment: 'Decisions are made from what is handed in: no clock, no database, no socket.',
      severity: 'error',
      from: { path: String.raw`${modules}.*(?:/|-)rules\.ts$`, pathNot: '/routes/' },
      to: {
        // The shape of what a store gives may be named; nothing of it is called.
        dependencyTypesNot: ['type-only'],
        path: [
          http,
          storage,
          store,
          tables,
          serverPackages,
          '/routes/',
          String.raw`(?:/|-)service\.ts$`,
        ],
      },
    },
    {
      name: 'rules-ask-nothing-of-the-system',
      comment: 'Of Node.js, a rule may use what only computes.',
      severity: 'error',
      from: { path: String.raw`${modules}.*(?:/|-)rules\.ts$`, pathNot: '/routes/' },
      to: { dependencyTypes: ['core'], pathNot: '^(?:node:)?(?:buffer|crypto|url|util)$' },
    },
    {
      name: 'only-stores-touch-sql',
      comment: 'A table is read and written in the store of the module that owns it.',
      severity: 'error',
      from: { path: '^(?:packages|apps)/', pathNot: [store, tables, storage, test] },
      to: { path: sqlPackages },
    },
    {
      name: 'only-the-door-knows-fastify',
      comment:
        'Modules speak contracts; HTTP is known in http/ and where the program is put together.',
      severity: 'error',
      from: {
        path: '^(?:packages|apps)/',
        pathNot: [http, '^packages/homeserver/src/compose\\.ts$', '^apps/server/src/', test],
      },
      to: { path: npm('fastify', '@fastify') },
    },
    {
      name: 'routes-see-services-not-stores',
      comment: 'A route unpacks, calls one service method and shapes the reply.',
      severity: 'error',
      from: { path: `${modules}.*/routes/`, pathNot: test },
      to: { path: [store, tables, storage] },
    },
    {
      name: 'modules-meet-at-the-index',
      comment: 'index.ts is the only door of a module for other modules.',
      severity: 'error',
      from: { path: `${modules}([^/]+)/` },
      to: { path: modules, pathNot: [`${modules}$1/`, `${modules}[^/]+/index\\.ts$`] },
    },
    {
      name: 'modules-are-entered-at-the-index',
      comment:
        'Also for the composition root. Storage alone sees their tables, to type the database.',
      severity: 'error',
      from: { path: '^packages/homeserver/src/', pathNot: [modules, storage, test] },
      to: { path: modules, pathNot: `${modules}[^/]+/index\\.ts$` },
    },
    {
      name: 'modules-stand-on-http-and-storage',
      comment: 'What carries the modules does not know them; tables are shape, not behaviour.',
      severity: 'error',
      from: { path: [http, storage], pathNot: test },
      to: { path: ['^packages/homeserver/src/compose\\.ts$', modules], pathNot: tables },
    },
    {
      name: 'desk-is-a-client',
      comment: 'The desk talks to a homeserver through public APIs and could stand beside another.',
      severity: 'error',
      from: { path: '^(?:packages/desk-core|apps/desk)/' },
      to: { path: '^packages/homeserver/' },
    },
    {
      name: 'browser-code-stays-in-the-browser',
      comment: 'What runs in a browser has no Node.js and no server beneath it.',
      severity: 'error',
      from: { path: browserCode, pathNot: test },
      to: { path: ['^(?:packages/(?:homeserver|dev-env)|apps/server)/', serverPackages] },
    },
    {
      name: 'browsers-have-no-node',
      comment: 'The bundle would carry a stand-in, or break.',
      severity: 'error',
      from: { path: browserCode, pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-code-stays-on-the-server',
      comment: 'The server draws no screens and holds no client keys.',
      severity: 'error',
      from: { path: serverCode, pathNot: test },
      to: { path: ['^(?:packages/(?:client|shield|ui)|apps/messenger)/', browserPackages] },
    },
    {
      name: 'tests-are-leaves',
      comment: 'Nothing that ships may lean on what only tests see.',
      severity: 'error',
      from: { pathNot: test },
      to: { path: `^(?:packages|apps|bench)/.*(?:${test})` },
    },
    ...arrowRules,
  ],
  options: {
    // Anchored: a bare /dist/ would also hide node_modules/kysely/dist, and the rules about it.
    exclude: { path: '^(?:(?:packages|apps)/[^/]+|bench|e2e)/dist/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
