import { parseArgs } from 'node:util';
import { run as checks } from './checks.ts';
import { run as engine } from './engine.ts';
import { run as units } from './units.ts';
import { run as uploads } from './uploads.ts';

const benches: Readonly<Record<string, () => Promise<object>>> = { engine, checks, units, uploads };

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const [name = ''] = positionals;
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(`npm run bench -- ${Object.keys(benches).join('|')} [--json]\n`);
  process.exitCode = 1;
} else {
  const figures = await bench();
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else console.table(figures);
}
