import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type GeneratedFormat, generated, generatedFormats } from '../../bin/generate-file.ts';
import type { Contract } from '../../events/contract.ts';
import { kinds } from '../../events/records/kinds.generated.ts';
import { eachRow, type SliceRow } from '../../functions/judge-slice/each-row.ts';
import { compiledJudge } from '../../rules/engine/judge.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const asked = { rows: 400, wrong: 0, people: 320, seed: 7 };

const file = (kind: string, format: GeneratedFormat, over: Partial<typeof asked> = {}): Buffer =>
  Buffer.concat([...generated(kinds[kind]!, format, { ...asked, ...over })]);

/** The table without its byte order mark and headings. */
const rowsOf = (csv: Buffer): string[] => csv.toString().split('\r\n').slice(1, -1);

const read = (contract: Contract, csv: Buffer): SliceRow[] => {
  const columns = Object.entries(contract.fields).map(([name, { zh }], at) => ({ at, name, heading: zh }));
  const rows: SliceRow[] = [];
  const form = { form: 'csv', delimiter: ',', columns, numbered: false } as const;
  eachRow(contract, form, 5)(Buffer.from(rowsOf(csv).join('\n')), (row) => rows.push({ ...row }));
  return rows;
};

describe('made-up records', () => {
  it('are the same for the same seed, byte by byte, and others for another', () => {
    for (const format of generatedFormats) {
      const [once, again] = [file('phone-card', format), file('phone-card', format)];
      expect(again.equals(once)).toBe(true);
      expect(file('phone-card', format, { seed: 8 }).equals(once)).toBe(false);
    }
  });

  it('of every kind can be read, and break no rule by themselves where none was asked to', () => {
    for (const [kind, contract] of Object.entries(kinds)) {
      const rows = read(contract, file(kind, 'csv', { rows: 60, people: 48 }));
      const judge = compiledJudge(kind);
      expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
      for (const { record, refused } of rows) {
        expect({ kind, refused }).toEqual({ kind, refused: undefined });
        expect(judge({ record: record! }).filter(({ verdict }) => verdict === 'violation')).toEqual([]);
      }
    }
  });

  it('break a rule, every one, where all were asked to', () => {
    const judge = compiledJudge('iot-usage');
    const rows = read(kinds['iot-usage']!, file('iot-usage', 'csv', { wrong: 1 }));
    expect(rows).toHaveLength(400);
    for (const { record } of rows) {
      expect(judge({ record: record! }).some(({ verdict }) => verdict === 'violation')).toBe(true);
    }
  });

  it('are held by as many people as asked for: most by one each, some by several', () => {
    for (const people of [1, 100, 320, 400]) {
      const rows = read(kinds['phone-card']!, file('phone-card', 'csv', { people }));
      const held = Map.groupBy(rows, ({ record }) => record!.subjectId);
      expect(held.size).toBe(people);
      if (people !== 320) continue;
      const sizes = [...held.values()].map((cards) => cards.length);
      expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(200);
      expect(Math.max(...sizes)).toBeGreaterThan(2);
    }
  });

  it('in one record are of one person, wherever the number stands', () => {
    const devices = read(kinds['iot-usage']!, file('iot-usage', 'csv')).map(({ record }) => record!);
    expect(devices.every(({ boundDeviceIds, deviceIdsSeen }) => `${boundDeviceIds}` === `${deviceIdsSeen}`)).toBe(true);
    expect(new Set(devices.map(({ boundDeviceIds }) => `${boundDeviceIds}`)).size).toBe(400);
  });

  it('say the same as JSON, whatever the order of the fields', () => {
    const lines = file('bank-account', 'ndjson').toString().split('\n').slice(0, -1);
    const records = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    const fromCsv = read(kinds['bank-account']!, file('bank-account', 'csv')).map(({ record }) => record!);
    expect(records.map(({ recordId }) => recordId)).toEqual(fromCsv.map(({ recordId }) => recordId));
    expect(records.map(({ status }) => status)).toEqual(fromCsv.map(({ status }) => status));
  });

  it('in a workbook are those of the table, cell by cell, as a reader that is not ours finds them', async () => {
    const { sheets } = await readXlsx(file('iot-usage', 'xlsx'));
    const [headings, ...rows] = sheets[0]!.rows;
    const csv = file('iot-usage', 'csv').toString().slice(1).split('\r\n').slice(0, -1);
    const texts = [headings!, ...rows].map((row) => row.map((cell) => String(cell ?? '')).join(','));
    expect(texts).toEqual(csv);
  });

  it('are not made where the command is called wrongly, and it says how it is called', () => {
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(root, 'bin/generate.ts'), ...args], { encoding: 'utf8' });
    const rows = ['--kind', 'phone-card', '--rows', '3'];
    expect(run(...rows, '--format', 'csv').stdout).toBe(
      file('phone-card', 'csv', { rows: 3, people: 3, wrong: 0.05, seed: 1 }).toString(),
    );
    for (const wrong of [
      ['--people', '4'],
      ['--format', 'xls'],
      ['--wrong', '2'],
      ['--seed', 'x'],
      ['--kind', 'x'],
    ]) {
      const { status, stderr } = run(...rows, ...wrong);
      expect(status).toBe(1);
      expect(stderr).toContain('npm run generate -- --kind KIND');
    }
  });
});
