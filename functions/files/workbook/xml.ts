import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import type { Text } from '../../../events/fault.ts';
import { malformedXml, unsafeXml } from './container-faults.ts';
import { UnreadableWorkbook } from './unreadable-workbook.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Elements by their local names: the transitional and the strict format differ in namespaces only, and prefixes in nothing. */
export type Elements = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Asked now and then; once true, no more is read. */
  readonly isDone?: () => boolean;
};

/** Excel's own are less than twenty deep. */
const maxDepth = 64;

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** By byte order mark or declaration; all but UTF-8 is seldom, and no writer's habit that we know of. */
const decoderOf = (head: Buffer, part: string): TextDecoder => {
  const mark = head.toString('latin1', 0, 2);
  const declared = /^\s*<\?xml[^>]{0,200}?encoding=["']([\w.-]{1,40})["']/.exec(head.toString('latin1', 0, 300))?.[1];
  const encoding = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : (declared ?? 'utf-8');
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw new UnreadableWorkbook(malformedXml(part, `encoding ${encoding}`), { cause: error });
  }
};

/**
 * Reads one part of a workbook element by element. `maxRun`: so many bytes may come without a tag or the end of one,
 * since the parser keeps them all in memory. No entity is ever expanded but XML's own five.
 * Throws UnreadableWorkbook.
 */
export const readXml = async (
  part: string,
  bytes: AsyncIterable<Buffer>,
  maxRun: number,
  { open, close, text, isDone }: Elements,
): Promise<void> => {
  const refuse = (what: Text): never => {
    throw new UnreadableWorkbook(unsafeXml(part, what));
  };
  let depth = 0;
  let tags = 0;
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  parser.on('opentag', ({ name, attributes }) => {
    tags += 1;
    depth += 1;
    if (depth > maxDepth) refuse({ zh: `嵌套超过 ${maxDepth} 层`, en: `is nested more than ${maxDepth} deep` });
    open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    tags += 1;
    depth -= 1;
    close?.(local(name));
  });
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('doctype', () => refuse({ zh: '含有文档类型声明（DTD）', en: 'has a document type declaration' }));
  parser.on('error', (error) => {
    throw new UnreadableWorkbook(malformedXml(part, error.message), { cause: error });
  });

  let decoder: TextDecoder | undefined;
  const decoded = (chunk?: Buffer): string => {
    try {
      return decoder === undefined ? '' : decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (error) {
      throw new UnreadableWorkbook(malformedXml(part, `not ${decoder?.encoding}`), { cause: error });
    }
  };
  let run = 0;
  for await (const chunk of bytes) {
    decoder ??= decoderOf(chunk, part);
    const before = tags;
    parser.write(decoded(chunk));
    run = tags === before ? run + chunk.length : 0;
    if (run > maxRun) refuse({ zh: '含有过长的属性或文字', en: 'has an attribute or a text of excessive length' });
    if (isDone?.() === true) return;
  }
  parser.write(decoded());
  parser.close();
};
