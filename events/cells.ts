import type { Contract } from './contract.ts';
import type { Field } from './field.ts';

/** What people type differs in blanks, marks and full-width forms more than in words; headings in brackets too. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s_*]/g, '')
    .toLowerCase();

const plainHeading = (text: string): string => plain(text).replace(/[()[\]【】]/g, '');

const indexes = new WeakMap<Contract, ReadonlyMap<string, string>>();

/** Every heading of the contract in plain form, and its field: a table of a thousand columns asks as often. */
const indexOf = (contract: Contract): ReadonlyMap<string, string> => {
  const known = indexes.get(contract);
  if (known !== undefined) return known;
  const index = new Map<string, string>();
  for (const [name, { zh, en, synonyms }] of Object.entries(contract.fields)) {
    for (const heading of [name, zh, en, ...synonyms]) {
      const written = plainHeading(heading);
      if (!index.has(written)) index.set(written, name);
    }
  }
  indexes.set(contract, index);
  return index;
};

/** The field that a column heading names, in either language, by a synonym or by the field's own name. */
export const fieldOfHeading = (contract: Contract, heading: string): string | undefined =>
  indexOf(contract).get(plainHeading(heading));

const yes = ['是', 'true', 'yes', 'y', '1', '√'];
const no = ['否', 'false', 'no', 'n', '0', '×'];
const none = ['无', 'null', 'none'];

const codeOf = ({ values = {} }: Field, text: string): string =>
  Object.entries(values).find(([code, { zh, en }]) =>
    [code, zh, en].some((word) => plain(word) === plain(text)),
  )?.[0] ?? text;

const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]/;
const unseenAtEnds =
  /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]+|[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]+$/g;

/** Without the blanks at its ends, and the marks nobody sees that come with what is copied from pages and messages. */
const trimmed = (cell: string): string => {
  const text = cell.trim();
  return unseen.test(text) ? text.replace(unseenAtEnds, '') : text;
};

/**
 * What the text of a cell says, for the field's schema to check: `是` is true, `无` is null where there may be none, an
 * enumeration takes its words, a list is split at `;` `；` `、` `|` or `,`. What cannot be read stays the text it is, so
 * that the fault shows it.
 */
export const readCell = (field: Field, cell: string): unknown => {
  const text = trimmed(cell);
  const word = plain(text);
  // An enumeration may have a word of its own for none.
  const own = codeOf(field, text) !== text;
  if (field.nullable && !own && !Object.hasOwn(field.values ?? {}, text) && none.includes(word)) return null;
  switch (field.type) {
    case 'boolean':
      return yes.includes(word) ? true : no.includes(word) ? false : text;
    case 'integer':
    case 'number': {
      // Not `word`: a number with a digit starred out is not the number without it.
      const digits = text.normalize('NFKC').replace(/\s/g, '');
      const isNumber = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(digits);
      return isNumber ? Number(digits.replaceAll(',', '')) : text;
    }
    case 'enum':
      return codeOf(field, text);
    case 'list':
      // Where it may not be null, none is a list of none: no other cell could say so.
      if (none.includes(word)) return [];
      return text.split(/[;；、|,，]/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
    case 'instant':
    case 'date':
      // Digits, colons and dashes of an input method for Chinese.
      return text.normalize('NFKC');
    default:
      return text;
  }
};
