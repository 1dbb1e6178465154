import { stat } from 'node:fs/promises';
import type { PrepareOptions } from './prepare-options.ts';
import { prepareText } from './prepare-text.ts';
import type { Prepared, Unreadable } from './prepared.ts';
import { type Look, sniff } from './sniff.ts';
import { unpack } from './unpack.ts';
import { noRecords, notRead, packedTwice, tooLarge, unreadable } from './unreadable.ts';

type Prepare = (path: string, options: PrepareOptions) => Promise<Prepared | Unreadable>;

const prepareAs = (look: Exclude<Look, 'gzip'>, path: string, options: PrepareOptions, prepareWorkbook: Prepare) => {
  switch (look) {
    case 'text':
      return prepareText(path, options);
    case 'xlsx':
      return prepareWorkbook(path, options);
    case 'empty':
      return unreadable(noRecords);
    default:
      return unreadable(notRead(look));
  }
};

const prepareUnpacked = async (
  path: string,
  options: PrepareOptions,
  prepareWorkbook: Prepare,
): Promise<Prepared | Unreadable> => {
  const unpacked = await unpack(path, options.work, options.limits);
  if (typeof unpacked !== 'string') return unreadable(unpacked);
  const look = await sniff(unpacked);
  if (look === 'gzip') return unreadable(packedTwice());
  const file = await prepareAs(look, unpacked, options, prepareWorkbook);
  return 'slices' in file ? { ...file, isGzipped: true } : file;
};

/**
 * Any file of records as people have it, told by its content: XLSX by `prepareWorkbook`, CSV, NDJSON and JSON in any
 * usual encoding, each also gzipped. What it writes it writes into `options.work`, and `slices` may lie there. What is
 * wrong with the file is in the answer; throws only where the file or the directory cannot be opened.
 */
export const prepareFile = async (
  path: string,
  options: PrepareOptions,
  { prepareWorkbook }: { readonly prepareWorkbook: Prepare },
): Promise<Prepared | Unreadable> => {
  const { size } = await stat(path);
  if (size > options.limits.bytes) return unreadable(tooLarge(size, options.limits.bytes));
  const look = await sniff(path);
  if (look === 'gzip') return prepareUnpacked(path, options, prepareWorkbook);
  return prepareAs(look, path, options, prepareWorkbook);
};
