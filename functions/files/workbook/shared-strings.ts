import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Limits } from '../limits.ts';
import { textTooLong } from './container-faults.ts';
import { unescaped } from './escapes.ts';
import { UnreadableWorkbook } from './unreadable-workbook.ts';
import { type Elements, readXml } from './xml.ts';

/** The texts of a workbook, each once, that its cells name by number. */
export type SharedStrings = {
  /** Undefined where there is no such number. */
  readonly at: (index: number) => string | undefined;
  /** Deletes what was written. */
  readonly close: () => void;
};

/** Cells near each other mostly name texts near each other. */
const blockLength = 64;
/** So much of the texts stays in memory; of the others, so many blocks. */
const mostKept = 8 * 1024 * 1024;
const cachedBlocks = 1_000;

type Block = readonly string[];
type Spilled = { readonly from: number; readonly length: number };

/**
 * Blocks of texts: in memory up to a bound, beyond it in a file at `path`. JSON both ways: what the parser gives are
 * slices that would keep whole chunks of XML in memory; what JSON gives are texts of their own.
 */
const blockStore = (path: string, keptBytes: number) => {
  const blocks: (Block | Spilled)[] = [];
  const cache = new Map<number, Block>();
  let kept = 0;
  let written = 0;
  let file: number | undefined;

  const push = (block: Block): void => {
    const json = Buffer.from(JSON.stringify(block));
    if (kept + json.length <= keptBytes) {
      kept += json.length;
      blocks.push(JSON.parse(json.toString()) as Block);
      return;
    }
    file ??= openSync(path, 'w+');
    writeSync(file, json);
    blocks.push({ from: written, length: json.length });
    written += json.length;
  };
  const fromDisk = (at: number, { from, length }: Spilled): Block => {
    const cached = cache.get(at);
    if (cached !== undefined) return cached;
    const bytes = Buffer.allocUnsafe(length);
    readSync(file!, bytes, 0, length, from);
    const block = JSON.parse(bytes.toString()) as Block;
    if (cache.size >= cachedBlocks) cache.delete(cache.keys().next().value!);
    cache.set(at, block);
    return block;
  };
  const get = (at: number): Block | undefined => {
    const block = blocks[at];
    return block === undefined || !('from' in block) ? block : fromDisk(at, block);
  };
  const close = () => {
    if (file === undefined) return;
    closeSync(file);
    rmSync(path);
  };
  return { push, get, close };
};

/** The text of `<si>` or `<is>`: its runs joined; how a name is pronounced is not part of it. */
export const joinedText = () => {
  let text = '';
  let isText = false;
  let phonetic = false;
  return {
    open: (name: string): void => {
      if (name === 'rPh') phonetic = true;
      else if (name === 't') isText = !phonetic;
    },
    close: (name: string): void => {
      if (name === 'rPh') phonetic = false;
      else if (name === 't') isText = false;
    },
    text: (more: string): void => {
      if (isText) text += more;
    },
    length: () => text.length,
    take: (): string => {
      const taken = unescaped(text);
      text = '';
      return taken;
    },
  };
};

/** Reads all shared strings. What does not fit in memory goes to a file at `path`. Throws UnreadableWorkbook. */
export const readSharedStrings = async (
  part: string,
  bytes: AsyncIterable<Buffer>,
  limits: Limits,
  path: string,
  keptBytes = mostKept,
): Promise<SharedStrings> => {
  const store = blockStore(path, keptBytes);
  const joined = joinedText();
  let block: string[] = [];
  const elements: Elements = {
    open: joined.open,
    text: (text) => {
      joined.text(text);
      if (joined.length() > limits.lineBytes) throw new UnreadableWorkbook(textTooLong(part, limits.lineBytes));
    },
    close: (name) => {
      joined.close(name);
      if (name !== 'si') return;
      block.push(joined.take());
      if (block.length < blockLength) return;
      store.push(block);
      block = [];
    },
  };
  try {
    await readXml(part, bytes, limits.lineBytes, elements);
  } catch (error) {
    store.close();
    throw error;
  }
  store.push(block);
  const at = (index: number) => store.get(Math.floor(index / blockLength))?.[index % blockLength];
  return { at, close: store.close };
};
