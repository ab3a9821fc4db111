#!/usr/bin/env node
import { systemTerminal } from './cli/terminal.ts';
import { runCommand } from './cli/run-command.ts';

// Stack traces in the log then name the source, not what was built from it.
process.setSourceMapsEnabled(true);

const words = process.argv.slice(2);
process.exitCode = await runCommand({ words, env: process.env, terminal: systemTerminal });
