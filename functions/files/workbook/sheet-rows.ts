import { columnOf, mostColumns } from '../cell-reference.ts';
import type { Limits } from '../limits.ts';
import type { Container } from './container.ts';
import { malformedXml } from './container-faults.ts';
import { unescaped } from './escapes.ts';
import type { NumberFormat } from './number-formats.ts';
import { textOfNumber } from './number-text.ts';
import { joinedText, type SharedStrings } from './shared-strings.ts';
import { sheetRowTooLong } from './sheet-faults.ts';
import { UnreadableWorkbook } from './unreadable-workbook.ts';
import { type Attributes, readXml } from './xml.ts';

/** A row with something in it. */
export type SheetRow = {
  /** From 1. */
  readonly number: number;
  readonly isHidden: boolean;
  /** By column from 0 (A); blank where there is none. */
  readonly cells: readonly string[];
  /** Columns whose cell is a formula. */
  readonly formulas: readonly number[];
  /** Columns whose cell is a formula that was never reckoned. */
  readonly unreckoned: readonly number[];
};

/** What is told of a sheet while it is read, in the order in which it stands there. */
export type SheetEvents = {
  /** Answers whether to read on. */
  readonly row: (row: SheetRow) => boolean;
  /** No more is read after so many rows without anything in them; all is read where this is left out. */
  readonly mostBlank?: number;
  /** First and last column of a hidden stretch, from 0. Before all rows. */
  readonly hiddenColumns?: (from: number, to: number) => void;
  /** Rows are filtered. After all rows. */
  readonly filter?: () => void;
  /** Cells that are merged, such as `A2:A5`. After all rows. */
  readonly merge?: (range: string) => void;
};

/** What a sheet's cells refer to. */
export type CellContext = {
  readonly strings: SharedStrings | undefined;
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
  /** Columns whose field is a day, not an instant. */
  readonly days: ReadonlySet<number>;
};

const lastRow = 1_048_576;
const plain: NumberFormat = { shows: 'number' };
const isSet = (value: string | undefined): boolean => value === '1' || value === 'true';

/**
 * Rows of a sheet that have something in them, top to bottom, one in memory at a time. What the sheet says of its own
 * size is not asked: writers get it wrong. Throws UnreadableWorkbook.
 */
export const readSheet = async (
  container: Container,
  part: string,
  { strings, formats, is1904, days }: CellContext,
  limits: Limits,
  events: SheetEvents,
): Promise<void> => {
  const refuse = (why: string): never => {
    throw new UnreadableWorkbook(malformedXml(part, why));
  };
  const { mostBlank = Number.POSITIVE_INFINITY } = events;
  let isDone = false;
  let inRows = false;
  let number = 0;
  let lastFilled = 0;
  let isHidden = false;
  let cells: string[] = [];
  let formulas: number[] = [];
  let unreckoned: number[] = [];
  let length = 0;

  let column = -1;
  let type = '';
  let format = plain;
  let value = '';
  let inValue = false;
  let hasValue = false;
  let hasFormula = false;
  let inline: ReturnType<typeof joinedText> | undefined;

  const openRow = ({ r, hidden }: Attributes): void => {
    const next = r === undefined ? number + 1 : Number(r);
    if (!Number.isInteger(next) || next <= number || next > lastRow) refuse(`row ${r}`);
    number = next;
    isHidden = isSet(hidden);
    cells = [];
    formulas = [];
    unreckoned = [];
    length = 0;
    column = -1;
  };
  const openCell = ({ r, t, s }: Attributes): void => {
    column = r === undefined ? column + 1 : columnOf(r);
    if (column < 0 || column >= mostColumns) refuse(`cell ${r}`);
    type = t ?? 'n';
    format = s === undefined ? plain : (formats[Number(s)] ?? plain);
    value = '';
    hasValue = false;
    hasFormula = false;
    inline = undefined;
  };
  const textOfCell = (): string => {
    if (inline !== undefined) return inline.take();
    switch (type) {
      case 's': {
        if (value.trim() === '') return '';
        return strings?.at(Number(value)) ?? refuse(`shared string ${value}`);
      }
      case 'b':
        return value === '' ? '' : isSet(value.trim()) ? '是' : '否';
      case 'str':
        return unescaped(value);
      case 'd':
        return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace(/\.\d+Z?$|Z$/, '');
      case 'e':
        return value;
      default:
        return value === '' ? '' : textOfNumber(value, format, { is1904, wantsDay: days.has(column) });
    }
  };
  const closeCell = (): void => {
    const text = textOfCell();
    if (hasFormula) {
      formulas.push(column);
      if (!hasValue) unreckoned.push(column);
    }
    if (text === '') return;
    length += type === 's' ? text.length : 0;
    if (length > limits.lineBytes) throw new UnreadableWorkbook(sheetRowTooLong(number, limits.lineBytes));
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  const closeRow = (): void => {
    if (cells.length === 0 && unreckoned.length === 0) {
      isDone = number - lastFilled > mostBlank;
      return;
    }
    lastFilled = number;
    isDone = !events.row({ number, isHidden, cells, formulas, unreckoned });
  };

  await readXml(part, container.read(part.toLowerCase()), limits.lineBytes, {
    isDone: () => isDone,
    open: (name, attributes) => {
      if (isDone) return;
      if (!inRows) {
        if (name === 'sheetData') inRows = true;
        else if (name === 'col' && isSet(attributes.hidden)) {
          events.hiddenColumns?.(Number(attributes.min) - 1, Number(attributes.max) - 1);
        } else if (name === 'mergeCell') events.merge?.(attributes.ref ?? '');
        else if (name === 'autoFilter') events.filter?.();
        return;
      }
      switch (name) {
        case 'row':
          return openRow(attributes);
        case 'c':
          return openCell(attributes);
        case 'v':
          inValue = true;
          hasValue = true;
          return;
        case 'f':
          hasFormula = true;
          return;
        case 'is':
          inline = joinedText();
          return;
        default:
          inline?.open(name);
      }
    },
    text: (text) => {
      if (isDone) return;
      if (inValue) value += text;
      else if (inline !== undefined) inline.text(text);
      else return;
      length += text.length;
      if (length > limits.lineBytes) throw new UnreadableWorkbook(sheetRowTooLong(number, limits.lineBytes));
    },
    close: (name) => {
      if (isDone || !inRows) return;
      switch (name) {
        case 'row':
          return closeRow();
        case 'c':
          closeCell();
          inline = undefined;
          return;
        case 'v':
          inValue = false;
          return;
        case 'sheetData':
          inRows = false;
          return;
        default:
          inline?.close(name);
      }
    },
  });
};
