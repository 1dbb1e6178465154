import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { kinds } from '../events/records/kinds.generated.ts';
import type { RowForm, Slice } from '../functions/files/prepared.ts';
import { eachCsvRow } from '../functions/judge-slice/csv-rows.ts';
import { eachRow } from '../functions/judge-slice/each-row.ts';

// One thread that reads slices and does nothing with what it reads but count rows: against the contract, or cells alone.

export type ReadHow = {
  readonly kind: string;
  readonly rows: RowForm & { readonly form: 'csv' };
  readonly as: 'records' | 'cells';
};

const { kind, rows: form, as } = workerData as ReadHow;

const readSlice = ({ path, from, to }: Slice): Uint8Array => {
  const bytes = new Uint8Array(to - from);
  const file = openSync(path, 'r');
  const read = readSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
  if (read !== bytes.length) throw new Error(`${path} has not the bytes from ${from} to ${to}`);
  return bytes;
};

const readRecords = eachRow(kinds[kind]!, form, 20);

/** How many rows it has, and how many of them can be judged. */
const counted = (bytes: Uint8Array): readonly [rows: number, readable: number] => {
  let [rows, readable] = [0, 0];
  if (as === 'cells') {
    eachCsvRow(new TextDecoder().decode(bytes), form.delimiter, (cells) => {
      rows += 1;
      if (cells.length === form.columns.length) readable += 1;
    });
  } else {
    readRecords(bytes, ({ record }) => {
      rows += 1;
      if (record !== undefined) readable += 1;
    });
  }
  return [rows, readable];
};

parentPort!.on('message', (slice: Slice) => parentPort!.postMessage(counted(readSlice(slice))));
