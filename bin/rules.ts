import { fileURLToPath } from 'node:url';
import { call, commands } from './rules-commands.ts';
import { runCommand } from './rules-run.ts';

await runCommand(commands, call, fileURLToPath(new URL('..', import.meta.url)));
