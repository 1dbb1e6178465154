import { posix } from 'node:path';
import type { Limits } from '../limits.ts';
import { notRead } from '../unreadable.ts';
import type { Container } from './container.ts';
import { damaged } from './container-faults.ts';
import { UnreadableWorkbook } from './unreadable-workbook.ts';
import { readXml } from './xml.ts';

export type BookSheet = {
  readonly name: string;
  /** As written, but for a leading slash. */
  readonly part: string;
  readonly isHidden: boolean;
};

/** What stands where in a workbook. */
export type Book = {
  readonly sheets: readonly BookSheet[];
  /** Days are counted from 1904, as old Macs did. */
  readonly is1904: boolean;
  readonly styles?: string;
  readonly sharedStrings?: string;
};

type Relation = { readonly id: string; readonly type: string; readonly part: string };

const within = (folder: string, target: string): string =>
  posix.normalize(target.startsWith('/') ? target : posix.join('/', folder, target)).slice(1);

/** What a part refers to; the last word of a relation's type is the same in both formats. */
const relationsOf = async (container: Container, part: string, limits: Limits): Promise<readonly Relation[]> => {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  if (!container.names.has(name.toLowerCase())) return [];
  const relations: Relation[] = [];
  await readXml(name, container.read(name.toLowerCase()), limits.lineBytes, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (tag !== 'Relationship' || TargetMode === 'External') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      relations.push({ id: Id, type, part: within(posix.dirname(part), Target) });
    },
  });
  return relations;
};

const mainPart = async (container: Container, limits: Limits): Promise<string> => {
  const main = (await relationsOf(container, '', limits)).find(({ type }) => type === 'officeDocument')?.part;
  const part = main ?? 'xl/workbook.xml';
  if (container.names.has('xl/workbook.bin')) throw new UnreadableWorkbook(notRead('xlsb'));
  if (!container.names.has(part.toLowerCase())) {
    throw new UnreadableWorkbook(damaged({ zh: '缺少部件 workbook.xml', en: 'its part workbook.xml is missing' }));
  }
  return part;
};

/** The sheets of a workbook, in its own order. Throws UnreadableWorkbook. */
export const readBook = async (container: Container, limits: Limits): Promise<Book> => {
  const part = await mainPart(container, limits);
  const relations = await relationsOf(container, part, limits);
  const sheets: BookSheet[] = [];
  let is1904 = false;
  await readXml(part, container.read(part.toLowerCase()), limits.lineBytes, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      // A chart sheet has no cells.
      const sheet = relations.find((relation) => relation.id === id && relation.type === 'worksheet');
      if (sheet === undefined) return;
      sheets.push({ name: attributes.name ?? '', part: sheet.part, isHidden: /hidden/i.test(attributes.state ?? '') });
    },
  });
  const named = (type: string) => relations.find((relation) => relation.type === type)?.part;
  const [styles, sharedStrings] = [named('styles'), named('sharedStrings')];
  return {
    sheets,
    is1904,
    ...(styles === undefined ? {} : { styles }),
    ...(sharedStrings === undefined ? {} : { sharedStrings }),
  };
};
