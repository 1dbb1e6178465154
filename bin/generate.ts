import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { kinds } from '../events/records/kinds.generated.ts';
import { generatedFormats as formats, type GeneratedFormat, generated } from './generate-file.ts';
import { mostRows } from './generate-rows.ts';
import { mostPeople } from './generate-values.ts';
import { mostSheetRows } from './generate-workbook.ts';

// Records that look like real ones and are of nobody: the samples of a kind over and over, each with another number,
// another person and another minute. The same seed gives the same file.

const usage = `npm run generate -- --kind KIND --rows N [--wrong SHARE] [--people N] [--seed S] [--format ${formats.join('|')}] [--out FILE]

  --wrong   份额 0–1：取自违规样例的记录 · share of records after samples that violate (default 0.05)
  --people  计数类型的当事人人数 · how many different subjects hold what is counted (default 0.8 × rows)
  KIND      ${Object.keys(kinds).join(' | ')}
`;

const writeAll = async (to: Writable, pieces: Iterable<Uint8Array>): Promise<void> => {
  for (const piece of pieces) if (!to.write(piece)) await once(to, 'drain');
};

const isWhole = (text: string, from: number, to: number): boolean => {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= from && number <= to;
};

const main = async (): Promise<number> => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { kind: text, rows: text, wrong: text, people: text, seed: text, format: text, out: text },
  });
  const { kind = '', rows = '', wrong = '0.05', seed = '1', format = 'ndjson', out } = values;
  const contract = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  const [count, share] = [Number(rows), Number(wrong)];
  const { people = String(Math.min(Math.ceil(count * 0.8), mostPeople)) } = values;
  const written = formats.find((one): one is GeneratedFormat => one === format);
  const isAsked =
    isWhole(rows, 1, written === 'xlsx' ? mostSheetRows - 1 : mostRows) &&
    isWhole(people, 1, Math.min(count, mostPeople)) &&
    isWhole(seed, 0, 2 ** 32 - 1);
  if (contract === undefined || written === undefined || !isAsked || !(share >= 0 && share <= 1)) {
    process.stderr.write(usage);
    return 1;
  }
  const asked = { rows: count, wrong: share, people: Number(people), seed: Number(seed) };
  const pieces = generated(contract, written, asked);
  if (out === undefined) {
    await writeAll(process.stdout, pieces);
  } else {
    const to = createWriteStream(out);
    await writeAll(to, pieces);
    to.end();
    await finished(to);
  }
  return 0;
};

process.exitCode = await main();
