import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementLines, isUnread, jsonOf, ndjsonRows } from '../../bin/audit-json.ts';

describe('lines of JSON records', () => {
  it('says on which line each element of an array begins', () => {
    expect(elementLines('[{"a":1},\n{"a":\n[2]}, 3,\n\n"x]\\"\\n",\n[]\n]')).toEqual([1, 2, 3, 5, 6]);
  });

  it('finds the records of a submission body wherever they stand in it', () => {
    const body =
      '{"withdraws": ["records", "x"],\n "period": {"from": "a"},\n "records"\n: [\n {"records": [1, 2]},\n {}\n]}';
    expect(elementLines(body)).toEqual([5, 6]);
    expect(elementLines('{"a": [[1, 2]], "records": []}')).toEqual([]);
  });

  it('finds as many lines as there are elements, whatever the elements are', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.integer({ min: 0, max: 3 }), (elements, indent) => {
        const alone = JSON.stringify(elements, null, indent);
        expect(elementLines(alone)).toHaveLength(elements.length);
        const body = JSON.stringify({ period: { records: [1] }, records: elements, nil: false }, null, indent);
        expect(elementLines(body)).toHaveLength(elements.length);
      }),
    );
  });

  it('names the line on which the text stops being JSON', () => {
    const lineIn = (text: string) => {
      const read = jsonOf(text);
      return 'fault' in read ? read.fault.line : undefined;
    };
    expect(lineIn('[\n{"a": 1},\n{"a": 1,}\n]')).toBe(3);
    expect(lineIn('[\n{"a": x},\n{"a": 1}\n]')).toBe(2);
    expect(lineIn('[1]\n2')).toBe(2);
    expect(lineIn('[\n{"a": 1},\n')).toBe(3);
    expect(lineIn('[1,\n2]')).toBeUndefined();
  });
});

describe('one record a line', () => {
  it('passes over blank lines and keeps the row number of a line that is not JSON', () => {
    const { rows, faults } = ndjsonRows('{"a":1}\n\n{"a":\r\n{"a":3}\r\n');
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(rows.map(isUnread)).toEqual([false, true, false]);
    expect(faults).toMatchObject([{ code: 'MALFORMED_JSON', row: 2, line: 3 }]);
  });
});
