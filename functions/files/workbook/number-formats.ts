import type { Limits } from '../limits.ts';
import { readXml } from './xml.ts';

/** How a number in a cell is shown, as far as that changes what it says. */
export type NumberFormat = {
  readonly shows: 'number' | 'date' | 'time' | 'datetime' | 'duration';
  /** `000000` shows 10001 as 010001: people keep codes that way. */
  readonly digits?: number;
};

const plain: NumberFormat = { shows: 'number' };

/** Formats that a workbook names without writing them; from 27 to 36 and 50 to 58 they are those of Chinese. */
const builtIn: Readonly<Record<NumberFormat['shows'], readonly number[]>> = {
  number: [],
  date: [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58],
  time: [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56],
  datetime: [22],
  duration: [46],
};

/**
 * What a format shows, by its code, such as `yyyy"年"m"月"d"日"`. Only its first section counts: the others are for
 * numbers below zero and for none.
 */
export const formatOfCode = (code: string): NumberFormat => {
  const bare = code.replace(/"[^"]*"|[\\_*]./g, '').split(';')[0]!;
  if (/^0+$/.test(bare)) return { shows: 'number', digits: bare.length };
  if (/\[(h+|m+|s+)\]/i.test(bare)) return { shows: 'duration' };
  const letters = bare
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|[0#?]E[+-]/gi, '')
    .replace(/AM\/PM|A\/P|上午\/下午/gi, 'h');
  const hasTime = /[hs]/i.test(letters);
  // `m` is a month, but beside hours or seconds a minute.
  const hasDate = /[yd]|e|aaa/i.test(letters) || (!hasTime && /m/i.test(letters));
  if (hasDate) return { shows: hasTime ? 'datetime' : 'date' };
  return hasTime ? { shows: 'time' } : plain;
};

const formatOfId = (id: number, written: ReadonlyMap<number, NumberFormat>): NumberFormat => {
  const own = written.get(id);
  if (own !== undefined) return own;
  const shows = (Object.keys(builtIn) as NumberFormat['shows'][]).find((one) => builtIn[one].includes(id));
  return shows === undefined ? plain : { shows };
};

/** The format of each style that a cell may name by its number. Throws UnreadableWorkbook. */
export const readNumberFormats = async (
  part: string,
  bytes: AsyncIterable<Buffer>,
  limits: Limits,
): Promise<readonly NumberFormat[]> => {
  const written = new Map<number, NumberFormat>();
  const styles: number[] = [];
  let isOfCells = false;
  await readXml(part, bytes, limits.lineBytes, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') written.set(Number(numFmtId), formatOfCode(formatCode));
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) styles.push(Number(numFmtId));
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return styles.map((id) => formatOfId(id, written));
};
