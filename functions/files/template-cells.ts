import type { Contract } from '../../events/contract.ts';
import type { Field } from '../../events/field.ts';
import { exampleId } from './template-marks.ts';
import { isRequired, templateVersion } from './template-version.ts';

/** What a cell holds that may be chosen from a list: words that a reader takes for the value; none where it is free. */
export const choicesOf = ({ type, values, nullable }: Field): readonly string[] => {
  const words = type === 'boolean' ? ['是', '否'] : Object.values(values ?? {}).map(({ zh }) => zh);
  return words.length > 0 && nullable ? [...words, '无'] : words;
};

/** A value as a person writes it into a cell, so that the reader of cells takes it for the same again. */
export const cellOf = (field: Field, value: unknown): string | number | null => {
  if (value === undefined) return null;
  if (value === null) return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  // A list of none where there may be null too: `无` would be read as that.
  if (Array.isArray(value)) return value.length > 0 ? value.join('、') : field.nullable ? '、' : '无';
  if (typeof value === 'number') return value;
  return field.values?.[String(value)]?.zh ?? String(value);
};

/** The two rows of headings: a column that every record needs is marked. */
export const headingRows = (contract: Contract): readonly (readonly string[])[] => {
  const mark = (name: string): string => (isRequired(contract, name) ? ' *' : '');
  const fields = Object.entries(contract.fields);
  return [fields.map(([name, { zh }]) => `${zh}${mark(name)}`), fields.map(([name, { en }]) => `${en}${mark(name)}`)];
};

/** The example row of a kind, of a record of it. */
export const exampleRow = (
  contract: Contract,
  record: Readonly<Record<string, unknown>>,
): readonly (string | number | null)[] =>
  Object.entries(contract.fields).map(([name, field]) =>
    name === 'recordId' ? exampleId(templateVersion(contract)) : cellOf(field, record[name]),
  );
