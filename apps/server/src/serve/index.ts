export { canEncryptAt } from './address.ts';
export { openHomeserver } from './open-homeserver.ts';
export { shutDownOnSignal } from './shutdown.ts';
export { startServer, type RunningServer } from './start-server.ts';
