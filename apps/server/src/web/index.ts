export { addCspReports } from './csp-reports.ts';
export { addWeb } from './web-plugin.ts';
