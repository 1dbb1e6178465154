import { describe, expect, it } from 'vitest';
import { codesOf, prepare, readable, slicesOf } from './written.ts';

describe('a table', () => {
  it('whose first heading stands in brackets is no JSON', async () => {
    const file = await prepare('[记录编号],[开户时间]\nA-1,2023-04-01 09:10\n');
    expect(file).toMatchObject({ format: 'csv', faults: [] });
  });

  it('may say its delimiter on a first line of its own, as Excel writes it', async () => {
    const file = readable(await prepare('sep=;\n记录编号;开户时间\nA-1;2023-04-01 09:10\n'));
    expect(file).toMatchObject({ rows: { delimiter: ';' }, firstLine: 3 });
  });

  it('may have titles with commas above headings that are divided by tabs', async () => {
    const file = readable(
      await prepare('自查表,2026年10月,甲公司,海口,填报人\n记录编号\t开户时间\nA-1\t2023-04-01 09:10\n'),
    );
    expect(file).toMatchObject({ rows: { delimiter: '\t' }, firstLine: 3 });
  });

  it('counts lines as people see them: those within quotes too', async () => {
    const file = readable(await prepare('"自查\r\n表"\r\n\r\n记录编号,"开户\r\n时间"\r\nA-1,2023-04-01 09:10\r\n'));
    expect(file).toMatchObject({ firstLine: 6, faults: [] });
  });

  it('whose example row was left in is read from below it, and an old template is named', async () => {
    const file = readable(
      await prepare(
        '记录编号,开户时间\nRecord ID,Opened at\n示例 phone-card-0000abcd,2023-04-01 09:10\nA-1,2023-04-01 09:10\n',
      ),
    );
    expect(file.firstLine).toBe(4);
    expect(slicesOf(file)).toEqual(['A-1,2023-04-01 09:10\n']);
    expect(file.warnings.map(({ code, line }) => `${code} ${line}`)).toEqual(['EXAMPLE_ROW 3', 'OLD_TEMPLATE 3']);
  });

  it('of a template whose example row was left in tells its kind by that row', async () => {
    const text = '记录编号,开户时间\n示例 phone-card-0000abcd,2023-04-01 09:10\nA-1,2023-04-01 09:10\n';
    expect(readable(await prepare(text, { kind: '' }))).toMatchObject({ kind: 'phone-card', firstLine: 3 });
    expect(codesOf(await prepare(text.replace('phone-card', 'x-card'), { kind: '' }))).toEqual(['KIND_NOT_SAID']);
  });
});
