import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll } from 'vitest';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { defaultLimits, defaultSliceBytes, type Limits } from '../../../functions/files/limits.ts';
import { prepareFile } from '../../../functions/files/prepare-file.ts';
import type { Prepared, Unreadable } from '../../../functions/files/prepared.ts';

const directory = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let files = 0;

export const written = (content: string | Uint8Array, name = 'file'): string => {
  files += 1;
  const path = join(directory, `${files}-${name}`);
  writeFileSync(path, content);
  return path;
};

type How = { readonly kind?: string; readonly sliceBytes?: number; readonly limits?: Partial<Limits> };

/** The file read as any caller reads it; a workbook is answered with no more than that it is one. */
export const prepare = (
  content: string | Uint8Array,
  { kind = 'phone-card', sliceBytes = defaultSliceBytes, limits = {} }: How = {},
): Promise<Prepared | Unreadable> =>
  prepareFile(
    written(content),
    {
      contract: kind === '' ? undefined : kinds[kind]!,
      kinds,
      work: mkdtempSync(join(directory, 'work-')),
      sliceBytes,
      limits: { ...defaultLimits, ...limits },
    },
    { prepareWorkbook: async () => ({ format: 'xlsx', faults: [] }) },
  );

export const readable = (file: Prepared | Unreadable): Prepared => {
  if (!('slices' in file)) throw new Error(JSON.stringify(file.faults));
  return file;
};

export const slicesOf = (file: Prepared | Unreadable): readonly string[] =>
  readable(file).slices.map(({ path, from, to }) => readFileSync(path).subarray(from, to).toString());

/** Rows as a CSV parser that is not ours splits them. */
export const parsedRows = (text: string, delimiter = ','): readonly (readonly string[])[] =>
  parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  });

export const codesOf = ({ faults }: Prepared | Unreadable): readonly string[] => faults.map(({ code }) => code);
