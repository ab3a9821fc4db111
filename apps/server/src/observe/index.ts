export { createLogger } from './create-logger.ts';
export { addHealth } from './health.ts';
export { logRequests } from './request-log.ts';
