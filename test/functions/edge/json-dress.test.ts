import { expect, it } from 'vitest';
import { jsonDressAt, undressed } from '../../../functions/edge/json-dress.ts';
import { jsonIn } from '../../../functions/edge/json-in.ts';
import { jsonMistake } from '../../../functions/edge/json-mistake.ts';

const what = (text: string) => jsonDressAt(text, jsonMistake(text)!.at)?.what.en;

it.each([
  '// cards\n[1]',
  '/* cards */ {"a":1}',
  '{"a":1, // the first\n"b":2}',
  '[1, /* and */ 2]',
  '{"a":1}\n// the end',
])('a comment is told as one: %j', (text) => {
  expect(what(text)).toContain('a comment');
});

it.each(['callback([1])', '  cb ({"a":1});', '$.ajax_1([])', '回调([1])'])('a call is told as one: %j', (text) => {
  expect(what(text)).toContain('callback');
});

it.each(['{"a":"//"', '[1/2]', '(1)', 'callback(1)', 'true(', '[a([1])]', '{"a":1}x([1])'])(
  'what is neither is told as a mistake of another sort: %j',
  (text) => {
    expect(what(text)).toBeUndefined();
  },
);

it('what stands before the JSON is passed over, and nothing where there is nothing to pass', () => {
  expect(undressed('// a\n/* b */ cb( [1])')).toBe('[1])');
  for (const text of ['[1]', 'a,b\n1,2', '金额(元),日期', '']) expect(undressed(text)).toBe(text);
});

it('a body with a comment, or in a call, is refused with the place and what to take off', () => {
  const fault = (text: string) => {
    try {
      return jsonIn(Buffer.from(text));
    } catch (error) {
      return (error as { faults: readonly object[] }).faults[0];
    }
  };
  expect(fault('{\n"a":1, // one\n"b":2}')).toMatchObject({
    code: 'MALFORMED_JSON',
    found: '/',
    cause: { zh: '第 2 行第 8 列处有注释（// 或 /* */），JSON 不允许注释。' },
    fix: { en: 'Take the comments out, or export it again as JSON.' },
  });
  expect(fault('callback({})')).toMatchObject({
    code: 'MALFORMED_JSON',
    cause: { en: expect.stringContaining('JSONP') },
  });
});
