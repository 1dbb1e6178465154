import { expect, it } from 'vitest';
import type { Fault } from '../../events/fault.ts';
import { listFaults } from '../../functions/list-faults/list-faults.ts';

const faults: Fault[] = Array.from({ length: 5 }, (_, n) => ({
  code: 'WRONG_TYPE',
  row: n + 1,
  cause: { zh: '所填为文本。', en: 'It is text.' },
  fix: { zh: '改为数字。', en: 'Give a number.' },
}));

it('faults are read page after page, each once', () => {
  const reading = { faults, faultsTotal: 5, warnings: [] };
  expect(listFaults(reading, 0, 3)).toEqual({ items: faults.slice(0, 3), next: 3 });
  expect(listFaults(reading, 3, 3)).toEqual({ items: faults.slice(3), next: undefined });
  expect(listFaults(reading, 0, 5)).toEqual({ items: faults, next: undefined });
});

it('where more were found than are kept, the last one says so', () => {
  const reading = { faults, faultsTotal: 300_000, warnings: [] };
  expect(listFaults(reading, 0, 5)).toEqual({ items: faults, next: 5 });
  expect(listFaults(reading, 5, 5)).toEqual({
    items: [
      {
        code: 'FAULTS_NOT_KEPT',
        found: '300000',
        expected: { zh: '不超过 5 项', en: 'at most 5' },
        cause: {
          zh: '共 300000 项错误，只保存了前 5 项。',
          en: 'There are 300000 faults, and only the first 5 were kept.',
        },
        fix: { zh: '先改正所列各项，再重新报送。', en: 'Correct those listed, and submit again.' },
      },
    ],
    next: undefined,
  });
});
