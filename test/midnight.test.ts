import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../events/finding.ts';
import { idNumber } from './identities.ts';
import { aCard } from './records.ts';
import { aService, nobodyIsSanctioned, operator, staffOf } from './service.ts';

// The law came into force on 2022-12-01, a day of China's calendar. The host may keep any clock.

const company = operator[0]!;
const hostZone = process.env.TZ;
afterEach(() => {
  if (hostZone === undefined) delete process.env.TZ;
  else process.env.TZ = hostZone;
});

/** A card whose holder's name does not match, opened at that instant. */
const opened = (n: number, at: string) =>
  aCard({
    recordId: `midnight-${n}`,
    msisdn: `1370000000${n}`,
    subjectId: idNumber(500_000 + n),
    nameMatches: false,
    registeredAt: at,
    checkedAt: at,
    activatedAt: at,
    openedAt: at,
  });

const before = ['2022-11-30T23:30:00+08:00', '2022-11-30T15:30:00Z', '2022-11-30 23:30', '2022-12-01T01:30:00+10:00'];
const after = ['2022-12-01T00:30:00+08:00', '2022-11-30T16:30:00Z', '2022-12-01 00:30', '2022-11-30T11:30:00-05:00'];

const judgedIn = async (zone: string): Promise<{ readonly hour: number; readonly findings: readonly Finding[] }> => {
  process.env.TZ = zone;
  const service = await aService();
  await nobodyIsSanctioned(service);
  const { body } = await service.as(staffOf(company.uscc)).post('/v1/submissions', {
    recordKind: 'phone-card',
    branchId: company.branches[0]!.id,
    period: { from: '2022-11-01', to: '2022-12-31' },
    records: [...before, ...after].map((at, n) => opened(n + 1, at)),
  });
  await service.end();
  return { hour: new Date('2022-12-01T00:00:00Z').getHours(), findings: body.findings };
};

const metBy = (findings: readonly Finding[], row: number) =>
  findings
    .filter((finding) => finding.row === row)
    .map(({ rule, version, lawDate, verdict }) => [rule, version, lawDate, verdict]);

describe.each([
  ['Asia/Shanghai', 8],
  ['America/New_York', 19],
  ['Pacific/Kiritimati', 14],
])('on a host whose clock is that of %s', (zone, hour) => {
  it('half an hour before the law no rule of it speaks, half an hour after every rule does', async () => {
    const { hour: hostHour, findings } = await judgedIn(zone);
    expect(hostHour).toBe(hour);
    for (const row of [1, 2, 3, 4]) {
      expect(metBy(findings, row)).toEqual([
        // The notice of 2019 on matching the person to the document is older than the law.
        ['atfl.9.onsite-identity-match', '2019-12-01.r1', '2022-11-30', 'compliant'],
      ]);
    }
    for (const row of [5, 6, 7, 8]) {
      expect(metBy(findings, row)).toEqual([
        ['atfl.9.realname-registration', '2022-12-01.r1', '2022-12-01', 'violation'],
        ['atfl.10.card-count-limit', '2022-12-01.r1', '2022-12-01', 'compliant'],
        ['atfl.31.no-new-card-for-sanctioned', '2022-12-01.r1', '2022-12-01', 'compliant'],
        ['atfl.9.onsite-identity-match', '2022-12-01.r1', '2022-12-01', 'compliant'],
        ['atfl.11.flagged-card-reverification', '2022-12-01.r1', '2022-12-01', 'not-applicable'],
      ]);
    }
  });
});
