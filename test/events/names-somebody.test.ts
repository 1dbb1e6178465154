import { expect, it } from 'vitest';
import { namesSomebody, numbersJoined } from '../../events/identifiers/names-somebody.ts';
import { ListImportRequest } from '../../events/list-import.ts';

it.each([
  '13800138000',
  '138 0013 8000',
  '138-0013-8000',
  '1380 0138 000',
  '138—0013—8000',
  '１３８　００１３　８０００',
  '+86 138 0013 8000',
  '+8613800138000',
  '见 2026-11-20 来函，联系 138 0013 8000',
  '138 0013 8000 2026',
])('a mobile number stands in “%s”', (text) => expect(namesSomebody(text)).toBe(true));

it.each([
  '4111111111111111',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '卡号4111 1111-1111 1111止付',
  '2026 4111 1111 1111 1111',
  '6222021202041001232',
])('a bank card number stands in “%s”', (text) => expect(namesSomebody(text)).toBe(true));

it.each(['11010519491231002X', '110105 19491231 002X', '110105-19491231-002x', '110105 19491231 002 X'])(
  'a resident id stands in “%s”',
  (text) => expect(namesSomebody(text)).toBe(true),
);

it.each([
  '反电信网络诈骗法第三十一条',
  '工信部网安函〔2016〕452号',
  'HK-2026-0001',
  '4111 1111 1111 1112',
  '2026-11-13 - 2026-11-20',
  '20261101-20261130',
  '2026-11-13 10:00 至 2026-11-20 18:00',
  '0898-66668888',
  '1380013800',
  '138001380001',
  '913800138000',
  '4111 1111 1111',
])('nobody’s number stands in “%s”', (text) => expect(namesSomebody(text)).toBe(false));

it('two days in a row are no bank card, whatever the check digit of their digits says', () => {
  const days = Array.from({ length: 28 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`);
  for (const from of days) for (const to of days) expect(namesSomebody(`${from} ${to}`), `${from} ${to}`).toBe(false);
});

it('a number that is known is found in groups', () => {
  expect(numbersJoined('账户 6217-0001 2345 的线索')).toBe('账户 621700012345 的线索');
});

it('an import whose purpose or reference has a number in groups is refused', () => {
  const request = { purpose: '惩戒', mode: 'add', entries: [] };
  for (const over of [{ purpose: '联系 138-0013-8000' }, { reference: '4111 1111 1111 1111' }]) {
    const { error } = ListImportRequest.safeParse({ ...request, ...over });
    expect(error?.issues.map(({ path }) => path)).toEqual([Object.keys(over)]);
  }
  expect(ListImportRequest.safeParse({ ...request, reference: 'HK-2026-0001' }).success).toBe(true);
});
