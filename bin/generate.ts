import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Contract } from '../events/contract.ts';
import { normalise } from '../events/normalise.ts';
import { kinds } from '../events/records/kinds.generated.ts';
import { anotherOf, type Random, randomFrom } from './generate-values.ts';

// Records that look like real ones and are of nobody: the samples of a kind over and over, each with another number,
// another person and another minute. The same seed gives the same file.

const usage = `npm run generate -- --kind KIND --rows N [--wrong SHARE] [--seed S] [--format ndjson|csv] [--out FILE]

  --wrong   份额 0–1：取自含违规样例的记录 · share of records after the faulty samples (default 0.05)
  KIND      ${Object.keys(kinds).join(' | ')}
`;

type Row = Readonly<Record<string, unknown>>;

/** Records of a sample that can be judged, as they stand in its file. */
const sampleRows = (contract: Contract, which: 'clean' | 'faulty'): readonly Row[] => {
  const file = new URL(`../events/samples/${contract.kind}.${which}.json`, import.meta.url);
  const { records } = JSON.parse(readFileSync(file, 'utf8')) as { records: readonly Row[] };
  const readable = normalise(contract, records).records.map(({ row }) => records[row - 1]!);
  return readable;
};

/** The same record of somebody else: other personal numbers, another id. One person stays one within the record. */
const another = (contract: Contract, row: Row, at: number, random: Random): Row => {
  const known = new Map<string, string>();
  const otherThan = (value: string): string => {
    const found = known.get(value) ?? anotherOf(value, random);
    known.set(value, found);
    return found;
  };
  const changed = Object.entries(row).map(([name, value]): readonly [string, unknown] => {
    if (name === 'recordId') return [name, `G-${String(at + 1).padStart(9, '0')}`];
    if (contract.fields[name]?.personal === undefined) return [name, value];
    if (Array.isArray(value)) return [name, value.map((one) => otherThan(String(one)))];
    return [name, typeof value === 'string' ? otherThan(value) : value];
  });
  return Object.fromEntries(changed);
};

const cell = (value: unknown): string => {
  if (value === undefined) return '';
  if (value === null) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = Array.isArray(value) ? value.join(';') : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const main = async (): Promise<number> => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { kind: text, rows: text, wrong: text, seed: text, format: text, out: text },
  });
  const { kind = '', rows = '', wrong = '0.05', seed = '1', format = 'ndjson', out } = values;
  const contract = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  const [count, share] = [Number(rows), Number(wrong)];
  const isAsked = contract !== undefined && Number.isInteger(count) && count > 0 && share >= 0 && share <= 1;
  if (!isAsked || !Number.isInteger(Number(seed)) || !['ndjson', 'csv'].includes(format)) {
    process.stderr.write(usage);
    return 1;
  }
  const random = randomFrom(Number(seed));
  const [clean, faulty] = [sampleRows(contract, 'clean'), sampleRows(contract, 'faulty')];
  const stream = out === undefined ? process.stdout : createWriteStream(out);
  const names = Object.keys(contract.fields);
  let chunk = format === 'csv' ? `\ufeff${names.map((name) => contract.fields[name]!.zh).join(',')}\r\n` : '';
  for (let at = 0; at < count; at += 1) {
    const from = random() < share ? faulty : clean;
    const row = another(contract, from[Math.floor(random() * from.length)]!, at, random);
    chunk += format === 'csv' ? `${names.map((name) => cell(row[name])).join(',')}\r\n` : `${JSON.stringify(row)}\n`;
    if (chunk.length < 1 << 20 && at + 1 < count) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  if (stream !== process.stdout) {
    stream.end();
    await once(stream, 'finish');
  }
  return 0;
};

process.exitCode = await main();
