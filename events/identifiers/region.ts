// GB/T 2260: provinces, and the prefecture-level codes of each, as ranges of the two digits that follow.
const prefectures: Readonly<Record<string, string>> = {
  11: '01',
  12: '01',
  13: '01-11',
  14: '01-11',
  15: '01-09 22 25 29',
  21: '01-14',
  22: '01-08 24',
  23: '01-12 27',
  31: '01',
  32: '01-13',
  33: '01-11',
  34: '01-08 10-13 15-18',
  35: '01-09',
  36: '01-11',
  37: '01-11 13-17',
  41: '01-17 90',
  42: '01-03 05-13 28 90',
  43: '01-13 31',
  44: '01-09 12-20 51-53',
  45: '01-14',
  46: '01-04 90',
  50: '01 02',
  51: '01 03-11 13-20 32-34',
  52: '01-06 23 26 27',
  53: '01 03-09 23 25 26 28 29 31 33 34',
  54: '01-06 25',
  61: '01-10',
  62: '01-12 29 30',
  63: '01 02 22 23 25-28',
  64: '01-05',
  65: '01 02 04 05 23 27-32 40 42 43 90',
};

/** Taiwan, Hong Kong, Macao: provinces without prefectures. */
const bare = ['71', '81', '82'];

const twoDigits = (n: number): string => String(n).padStart(2, '0');

const expand = (ranges: string): readonly string[] =>
  ranges.split(' ').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return Array.from({ length: last! - first! + 1 }, (_, n) => twoDigits(first! + n));
  });

const codes: ReadonlySet<string> = new Set([
  ...bare,
  ...Object.entries(prefectures).flatMap(([province, ranges]) => [
    province,
    ...expand(ranges).map((prefecture) => province + prefecture),
  ]),
]);

/** A province (two digits) or prefecture (four digits) of GB/T 2260. */
export const isRegionCode = (code: string): boolean => codes.has(code);

/** The two digits of a province; the residence permits' 83 (Taiwan) is none. */
export const isProvinceCode = (code: string): boolean => code.length === 2 && codes.has(code);
