import type { Contract } from '../../events/contract.ts';
import type { Field } from '../../events/field.ts';

/** What a column is to whoever fills it in, on one line; of lists also which codes they say they take. */
const promiseOf = ({ type, nullable, personal, unit, values, expected }: Field): string =>
  [
    type,
    ...(nullable ? ['or null'] : []),
    ...(personal === undefined ? [] : [`personal: ${personal}`]),
    ...(unit === undefined ? [] : [`unit: ${unit}`]),
    ...(values === undefined ? [] : [`one of: ${Object.keys(values).join(' ')}`]),
    ...(type === 'list' ? [expected.zh] : []),
  ].join('; ');

/**
 * What a record kind promises to those who report it and to those who supervise them: files are written by it, and tokens
 * and counts rest on it. It is kept in `contracts-promise.json`, so that nothing of it changes unseen.
 */
export const promisesOf = ({ fields, crossCheck, title: _, ...rest }: Contract) => ({
  ...rest,
  crossChecked: crossCheck !== undefined,
  fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, promiseOf(field)])),
});
