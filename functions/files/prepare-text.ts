import { join } from 'node:path';
import { headOf, lineAt } from './chunks.ts';
import { encodingOf, type Written } from './encoding.ts';
import { prepareCsv } from './prepare-csv.ts';
import { prepareJson } from './prepare-json.ts';
import { prepareLines } from './prepare-lines.ts';
import type { PrepareOptions } from './prepare-options.ts';
import type { Prepared, Unreadable } from './prepared.ts';
import type { Source } from './row-slices.ts';
import { brokenText, unknownEncoding, zeroBytes } from './text-faults.ts';
import { textFormOf } from './text-form.ts';
import { transcode } from './transcode.ts';
import { unreadable } from './unreadable.ts';
import { HasZeros, NotUtf8 } from './utf8-chunks.ts';

const sampleBytes = 1024 * 1024;

const prepareUtf8 = async (source: Source, options: PrepareOptions): Promise<Prepared | Unreadable> => {
  const head = await headOf(source.path, source.from, sampleBytes);
  const zero = head.indexOf(0);
  if (zero !== -1) throw new HasZeros(source.from + zero);
  const form = textFormOf(head);
  if (form === 'csv') return prepareCsv(source, options);
  return form === 'json' ? prepareJson(source, options) : prepareLines(source, options);
};

const prepareOther = async (
  path: string,
  written: Written,
  options: PrepareOptions,
): Promise<Prepared | Unreadable> => {
  const text = join(options.work, 'text');
  const { wrongLine } = await transcode(path, written, text);
  if (wrongLine !== undefined) return unreadable(unknownEncoding(wrongLine));
  const file = await prepareUtf8({ path: text, from: 0 }, options);
  return 'slices' in file ? { ...file, encoding: written.encoding } : file;
};

/**
 * Text of whatever encoding and form. The encoding is chosen by the first megabyte and checked while all is read: only
 * where it proves wrong is the file read again, as GB18030. Text in UTF-8 stays where it is.
 */
export const prepareText = async (path: string, options: PrepareOptions): Promise<Prepared | Unreadable> => {
  const written = encodingOf(await headOf(path, 0, sampleBytes));
  const from = written.mark;
  const refuse = async (error: unknown): Promise<Unreadable> => {
    if (error instanceof HasZeros) return unreadable(zeroBytes(await lineAt(path, 0, error.at)));
    if (error instanceof NotUtf8) return unreadable(brokenText(await lineAt(path, 0, error.at)));
    throw error;
  };
  if (written.encoding !== 'utf-8') return prepareOther(path, written, options).catch(refuse);
  try {
    return await prepareUtf8({ path, from }, options);
  } catch (error) {
    const mayBeOther = error instanceof NotUtf8 && !error.isDamaged && from === 0;
    if (!mayBeOther) return refuse(error);
    return prepareOther(path, { encoding: 'gb18030', mark: 0 }, options).catch(refuse);
  }
};
