import { parseArgs } from 'node:util';
import { run as checks } from './checks.ts';
import { run as engine } from './engine.ts';
import { run as files } from './files.ts';
import { DiskTooFull } from './generated.ts';
import { run as province } from './province.ts';
import { run as units } from './units.ts';
import { run as uploads } from './uploads.ts';

/** Smaller than the bench is by itself, where somebody is in a hurry. */
type Sizes = { readonly rows?: number; readonly scale?: number };

const benches: Readonly<Record<string, (sizes: Sizes) => Promise<object>>> = {
  ...{ engine, checks, units, files, province },
  uploads: ({ rows }) => uploads(rows),
};

const text = { type: 'string' } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, rows: text, scale: text },
});
const [name = ''] = positionals;
const bench = benches[name];
if (bench === undefined) {
  process.stderr.write(
    `npm run bench -- ${Object.keys(benches).join('|')} [--json]\n  files, uploads --rows N · province --scale SHARE: smaller\n`,
  );
  process.exitCode = 1;
} else {
  try {
    const { rows, scale } = values;
    const figures = await bench({
      ...(rows !== undefined && { rows: Number(rows) }),
      ...(scale !== undefined && { scale: Number(scale) }),
    });
    if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
    else console.table(figures);
  } catch (error) {
    if (!(error instanceof DiskTooFull)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
