import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of this project, or of the installed package: `dist/`, where all is one module, is a folder of it as `bin/` is. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url));

/** Where a folder is to be read: under the root, or ours where it has none. */
export const ownOr = (root: string, folder: string): string => (existsSync(join(root, folder)) ? root : packageRoot);
