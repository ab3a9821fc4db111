// `npm run fix`: what a machine can put right, it puts right.
import { programs } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

const linted = await runNode(programs.oxlint, ['--fix', '.']);
const formatted = await runNode(programs.prettier, ['--write', '--log-level=warn', '.']);
process.exitCode = Math.max(linted.code, formatted.code);
