import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prepare } from './written.ts';

const table = `\ufeff记录编号,开户时间,备注\n${'A-1,2023-04-01 09:10,"联通\n卡"\n'.repeat(50)}`;
const records = Array.from({ length: 50 }, (_, at) => ({ recordId: `A-${at}`, openedAt: '2023-04-01 09:10' }));
const body = { recordKind: 'phone-card', period: { from: '2023-04-01', to: '2023-04-30' }, records };
const sound: readonly Buffer[] = [
  Buffer.from(table),
  Buffer.from(table, 'utf16le'),
  Buffer.from(table.slice(1), 'utf16le').swap16(),
  Buffer.from(table.replaceAll('\n', '\r')),
  Buffer.from(JSON.stringify(records, null, 1)),
  Buffer.from(JSON.stringify(body)),
  Buffer.from(records.map((record) => JSON.stringify(record)).join('\n')),
  gzipSync(table),
  gzipSync(JSON.stringify(body)),
];

type Mangle = (bytes: Buffer, at: number, other: Buffer) => Buffer;
const ways: readonly Mangle[] = [
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at) => bytes.subarray(at),
  (bytes, at, other) => Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at)]),
  (bytes, at, other) => Buffer.concat([bytes.subarray(0, at), other.subarray(0, 3), bytes.subarray(at + 3)]),
  (bytes, at) => Buffer.concat([bytes.subarray(0, at), Buffer.alloc(16), bytes.subarray(at)]),
  (bytes, at) => Buffer.concat([bytes.subarray(0, at), Buffer.from('"{["'), bytes.subarray(at)]),
];

it('however a file is mangled, it is read or refused with a code, a cause and a fix in both languages', async () => {
  const noise = fc.uint8Array({ minLength: 3, maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  const other = fc.oneof(noise, fc.constantFrom(...sound));
  const steps = fc.array(fc.tuple(fc.constantFrom(...ways), fc.nat(), other), { maxLength: 3 });
  const sentence = { zh: expect.stringMatching(/[一-鿿]/), en: expect.stringMatching(/[A-Za-z]{3}/) };
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constantFrom(...sound), noise), steps, async (start, mangling) => {
      const bytes = mangling.reduce((now, [way, at, more]) => way(now, at % (now.length + 1), more), start);
      const file = await prepare(bytes, { sliceBytes: 100 });
      for (const fault of file.faults) {
        expect(fault).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/), cause: sentence, fix: sentence });
      }
      expect('slices' in file ? file.slices.length : file.faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});
