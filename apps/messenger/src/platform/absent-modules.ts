/**
 * Parts of matrix-js-sdk that Sotto has no use for, but that the SDK's client imports all the
 * same, and the file in `absent` that the built app carries in their stead. Of the crypto that is in use,
 * nothing is replaced. Tests and the development server run with the whole SDK.
 */
export const ABSENT_MODULES: Readonly<Record<string, string>> = {
  'content-type': 'content-types.ts',
  loglevel: 'logging.ts',
  'matrix-events-sdk': 'extensible-events.ts',
  'matrix-js-sdk/lib/autodiscovery.js': 'discovery.ts',
  'matrix-js-sdk/lib/matrixrtc/MatrixRTCSessionManager.js': 'calls.ts',
  'matrix-js-sdk/lib/models/MSC3089TreeSpace.js': 'file-trees.ts',
  'matrix-js-sdk/lib/models/invites-ignorer.js': 'ignored-invites.ts',
  'matrix-js-sdk/lib/models/poll.js': 'polls.ts',
  'matrix-js-sdk/lib/oauth/index.js': 'oauth.ts',
  'matrix-js-sdk/lib/oauth/tokenRefresher.js': 'oauth.ts',
  'matrix-js-sdk/lib/rust-crypto/libolm_migration.js': 'legacy-crypto.ts',
  'matrix-js-sdk/lib/sliding-sync-sdk.js': 'sliding-sync.ts',
  'matrix-js-sdk/lib/store/indexeddb-remote-backend.js': 'store-worker.ts',
  'matrix-js-sdk/lib/webrtc/call.js': 'calls.ts',
  'matrix-js-sdk/lib/webrtc/callEventHandler.js': 'calls.ts',
  'matrix-js-sdk/lib/webrtc/groupCall.js': 'calls.ts',
  'matrix-js-sdk/lib/webrtc/groupCallEventHandler.js': 'calls.ts',
  'matrix-js-sdk/lib/webrtc/mediaHandler.js': 'calls.ts',
  unhomoglyph: 'look-alikes.ts',
};

/** The name under which a module of the SDK imports another, as the table above writes it. */
export function moduleName(source: string, importer: string): string {
  if (!source.startsWith('.')) return source;
  const { pathname } = new URL(source, `file://${importer}`);
  return pathname.slice(pathname.lastIndexOf('/node_modules/') + '/node_modules/'.length);
}
