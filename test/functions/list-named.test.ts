import { expect, it } from 'vitest';
import { listNames } from '../../events/lists.ts';
import { listNamed } from '../../functions/import-list/list-named.ts';

it('a list that there is not is told of with those there are, and the nearest', () => {
  expect(listNames.map(listNamed)).toEqual(listNames);
  const wrong = (name: string) => {
    try {
      return listNamed(name);
    } catch (error) {
      return error;
    }
  };
  expect(wrong('fraud-number')).toMatchObject({
    code: 'NOT_FOUND',
    faults: [{ found: 'fraud-number', fix: { en: 'Did you mean “fraud-numbers”?' } }],
  });
  expect(JSON.stringify(wrong('13912345678'))).not.toContain('13912345678');
});
