import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

describe('the host’s own time zone', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const instants = [
    '2022-11-30T23:59:59+08:00',
    '2022-12-01T00:00:00+08:00',
    '2022-11-30 23:59:59',
    '2022-12-01 00:00',
    '2022-11-30T15:59:59Z',
    '2022-11-30T16:00:00Z',
    // The hour that New York's clocks skip, and the one they have twice.
    '2023-03-12 02:30',
    '2023-11-05 01:30',
    '1986-05-04 00:30',
  ];
  const program = `
    import { normalise } from './events/normalise.ts';
    import { kinds } from './events/records/kinds.generated.ts';
    const records = ${JSON.stringify(instants)}.map((openedAt, n) => ({ recordId: 'r-' + n, openedAt }));
    const span = { period: { from: '2022-12-01', to: '2022-12-31' }, mode: 'events' };
    const hour = new Date(Date.UTC(2023, 0, 1)).getHours();
    console.log(JSON.stringify({ hour, read: [normalise(kinds['phone-card'], records), normalise(kinds['phone-card'], records, span)] }));
  `;
  const under = (TZ: string) =>
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        cwd: root,
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );

  it('has no part in what is read, on both sides of China’s midnight', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu'];
    const [china, ...elsewhere] = zones.map(under);
    expect([china.hour, ...elsewhere.map(({ hour }) => hour)]).toEqual([8, 19, 14, 5]);
    for (const { read: there } of elsewhere) expect(there).toEqual(china.read);
    const days = china.read[0].records.map(({ record }: { record: { openedAt: string } }) =>
      record.openedAt.slice(0, 10),
    );
    expect(days).toEqual([
      '2022-11-30',
      '2022-12-01',
      '2022-11-30',
      '2022-12-01',
      '2022-11-30',
      '2022-12-01',
      '2023-03-12',
      '2023-11-05',
      '1986-05-04',
    ]);
    expect(china.read[1].records.map(({ row }: { row: number }) => row)).toEqual([2, 4, 6]);
  });
});
