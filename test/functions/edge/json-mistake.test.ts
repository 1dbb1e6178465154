import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonMistake } from '../../../functions/edge/json-mistake.ts';

const told = (text: string) => {
  const mistake = jsonMistake(text);
  return mistake && [mistake.at, mistake.expected.en];
};

it.each([
  ['', 0, 'a value'],
  ['{"a":1', 6, 'a comma or }'],
  ['{"a":1,}', 7, 'a name in double quotes'],
  ["{'a':1}", 1, 'a name in double quotes or }'],
  ['{a:1}', 1, 'a name in double quotes or }'],
  ['{"a" 1}', 5, 'a colon'],
  ['{"a":oops}', 5, 'a value'],
  ['{"a":NaN}', 5, 'a value'],
  ['[1,]', 3, 'a value'],
  ['[1 2]', 3, 'a comma or ]'],
  ['[,1]', 1, 'a value or ]'],
  ['[01]', 2, 'a comma or ]'],
  ['[1.]', 2, 'a comma or ]'],
  ['{} {}', 3, 'nothing more'],
  ['"a', 2, 'the closing double quote'],
  ['"a\nb"', 2, 'control characters escaped, such as \\n'],
  ['"C:\\dir"', 3, 'a proper escape, such as \\" or \\u4e2d'],
  ['// no\n{}', 0, 'a value'],
] as const)('%j is not JSON at %i, where there should be %s', (text, at, expected) => {
  expect(told(text)).toEqual([at, expected]);
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it('finds a mistake in exactly what the parser refuses, be it JSON with a sign changed or any text', () => {
  const sign = fc.constantFrom(...'{}[]",:\\/ \n\tu0019-+.eEtruefalsn中\u0000');
  const changed = fc
    .tuple(fc.json(), fc.nat(), fc.nat({ max: 2 }), fc.string({ unit: sign, maxLength: 2 }))
    .map(([text, at, gone, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + gone);
    });
  const verdicts = { json: 0, other: 0 };
  fc.assert(
    fc.property(fc.oneof(changed, fc.string({ unit: sign, maxLength: 12 })), (text) => {
      expect(jsonMistake(text) === undefined).toBe(isJson(text));
      verdicts[isJson(text) ? 'json' : 'other'] += 1;
    }),
    { numRuns: 3_000 },
  );
  expect(Math.min(verdicts.json, verdicts.other)).toBeGreaterThan(100);
});

it('four million signs are read without taking long, however they nest', () => {
  const began = performance.now();
  expect(told(`"${'a'.repeat(4_000_000)}`)).toEqual([4_000_001, 'the closing double quote']);
  expect(told('['.repeat(4_000_000))).toEqual([4_000_000, 'a value or ]']);
  expect(performance.now() - began).toBeLessThan(5_000);
});
