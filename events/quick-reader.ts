import { readCell } from './cells.ts';
import type { Field } from './field.ts';

/** What only the slow way can read, or say what is wrong with. */
export const slow: unique symbol = Symbol('only the slow way can tell');

type Reader<T> = (given: T) => unknown;

/** A column of more different values than these is not worth remembering. */
const remembered = 4_096;

/** Remembers what was read of each text, while there are few. */
const remembering = (read: Reader<string>): Reader<string> => {
  const known = new Map<string, unknown>();
  let isOpen = true;
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    // `undefined` is never what a schema gives of a text.
    if (isOpen) known.set(text, value);
    if (known.size > remembered) {
      isOpen = false;
      known.clear();
    }
    return value;
  };
};

const bySchema =
  ({ schema }: Field): Reader<unknown> =>
  (value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : slow;
  };

const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : 99;
};
const twoAt = (text: string, at: number): number => digitAt(text, at) * 10 + digitAt(text, at + 1);

/** Instants as most files have them, in normal form or with a blank for the `T`; their day is read once. */
const instants = (field: Field, exact: Reader<string>): Reader<string> => {
  const dayOf = remembering((day) => {
    const read = bySchema(field)(`${day}T00:00:00+08:00`);
    return read === slow ? slow : day;
  });
  return (text) => {
    const isNormal = text.length === 25 && text.endsWith('+08:00') && text[10] === 'T';
    const isUsual = isNormal || (text.length === 19 && (text[10] === ' ' || text[10] === 'T'));
    if (!isUsual || text[13] !== ':' || text[16] !== ':' || text[4] !== '-' || text[7] !== '-') return exact(text);
    if (twoAt(text, 11) > 23 || twoAt(text, 14) > 59 || twoAt(text, 17) > 59) return exact(text);
    const day = dayOf(text.slice(0, 10));
    if (day === slow) return exact(text);
    return isNormal ? text : `${day as string}T${text.slice(11, 19)}+08:00`;
  };
};

/** Texts by the field's own quick reading, where it has one. */
const texts = ({ quick }: Field, schema: Reader<string>): Reader<string> =>
  quick === undefined ? schema : (text) => quick(text) ?? schema(text);

/** Visible and of ASCII, or a usual ideograph: nothing that is cut off at the ends of a cell. */
const isBare = (code: number): boolean => (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
const hasBareEnds = (cell: string): boolean => isBare(cell.charCodeAt(0)) && isBare(cell.charCodeAt(cell.length - 1));
/** Words for none begin so, or with what is left out of words. */
const mayBeNone = new Set(['n', 'N', '无', '_', '*']);

const few = new Set<Field['type']>(['boolean', 'integer', 'number', 'enum', 'list', 'date']);
/** Words for nothing and the like; whatever is longer is the text that it is. */
const short = 8;

/**
 * Reads cells of a field as `readCell` and its schema read them, quicker where files repeat themselves; `slow` where
 * they refuse the cell. The cell is not blank.
 */
export const quickCell = (field: Field): Reader<string> => {
  const schema = bySchema(field);
  const exact = remembering((cell) => schema(readCell(field, cell)));
  if (field.type === 'list')
    return (cell) => (cell.length < short ? exact(cell) : (field.quick?.(cell) ?? exact(cell)));
  if (few.has(field.type)) return exact;
  if (field.type === 'instant') return instants(field, exact);
  const long = texts(field, schema);
  const isText = field.nullable ? (cell: string) => hasBareEnds(cell) && !mayBeNone.has(cell[0]!) : hasBareEnds;
  return (cell) => (isText(cell) ? long(cell) : exact(cell));
};

/** Reads values of JSON as the field's schema reads them; `slow` where it refuses the value. */
export const quickValue = (field: Field): Reader<unknown> => {
  const schema = bySchema(field);
  const ofText =
    field.type === 'instant'
      ? instants(field, schema)
      : few.has(field.type)
        ? remembering(schema)
        : texts(field, schema);
  return (value) => {
    if (typeof value === 'string') return ofText(value);
    if (value === null) return field.nullable ? null : slow;
    if (typeof value === 'boolean') return field.type === 'boolean' ? value : slow;
    return schema(value);
  };
};
