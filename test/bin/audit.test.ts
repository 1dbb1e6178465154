import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fewBytes } from '../../bin/audit-threads.ts';
import { idNumber } from '../identities.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'fanzha-audit-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** `npm run audit -- …`, as it is run. */
const audit = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/audit.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return { status, stdout, stderr };
};
/** A finding with what stands under the judgement that it names. */
const whole =
  (judgements: readonly object[]) =>
  ({ judgement, ...finding }: { readonly judgement?: number }) => ({ ...judgements[judgement ?? -1], ...finding });
const report = (...args: readonly string[]) => {
  const { status, stdout } = audit(...args, '--format', 'json');
  const { findings, judgements, ...told } = JSON.parse(stdout);
  return { status, ...told, judgements, findings: findings.map(whole(judgements)) };
};
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
};

const headings = '记录编号,开户时间,证件类型,证件号码,电话号码,用户类型,卡类型,卡状态,姓名是否一致,异常识别时间';
const row = (
  n: number,
  over: { readonly id?: string; readonly day?: string; readonly subject?: number; readonly matches?: string } = {},
) =>
  [
    over.id ?? `A-${n}`,
    `2023-03-${over.day ?? String(n).padStart(2, '0')}T09:10:00+08:00`,
    '居民身份证',
    idNumber(over.subject ?? 800_000 + n),
    `137${String(n).padStart(8, '0')}`,
    '个人',
    '移动电话卡',
    '在用',
    over.matches ?? '是',
    '无',
  ].join(',');
const csv = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');

describe('exit codes', () => {
  it('0 for a clean submission, 1 for violations, 2 where something is only undetermined, 3 where it cannot run', () => {
    expect(audit('events/samples/user-reminder.clean.json').status).toBe(0);
    expect(audit('events/samples/user-reminder.faulty.json').status).toBe(1);
    const unknown = { recordId: 'u-1', activatedAt: '2023-03-01T09:00:00+08:00', identityMethod: 'id-document' };
    expect(audit(file('undetermined.json', JSON.stringify([unknown])), '--kind', 'internet-account').status).toBe(2);
    for (const args of [
      [],
      ['none.csv', '--kind', 'phone-card'],
      [file('a.csv', csv(row(1)))],
      [file('a.json', '[{"recordId": "a-1"}]')],
      ['--kind', 'phone-crad', 'x'],
    ]) {
      const { status, stderr } = audit(...args);
      expect([status, stderr]).toEqual([3, expect.stringMatching(/[一-鿿][\s\S]*[A-Za-z]/)]);
    }
  });

  it('a file of nothing but faults is not clean', () => {
    expect(audit(file('broken.json', '[{"recordId": 1'), '--kind', 'phone-card').status).toBe(1);
    expect(audit(file('empty.csv', ''), '--kind', 'phone-card').status).toBe(1);
  });
});

describe('a file that cannot be read at all', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['a ZIP archive under the name of a workbook', 'cards.xlsx', Buffer.from('PK\u0003\u0004cards'), 'ARCHIVE'],
    ['an XLS workbook', 'cards.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'OLD_WORKBOOK'],
    ['a gzip file that was cut short', 'cards.csv.gz', Buffer.from([0x1f, 0x8b, 0x08, 0]), 'FILE_CUT_SHORT'],
    ['a PDF under the name of CSV', 'cards.csv', Buffer.from('%PDF-1.7\n'), 'NOT_A_TABLE'],
  ])('%s: told what it is and how to save it, and the run ends with 3', (_, name, content, code) => {
    const { status, faults } = report(file(name, content), '--kind', 'phone-card');
    expect([status, faults]).toMatchObject([3, [{ code }]]);
  });

  it('beside one that was judged is a fault as others are', () => {
    const unread = file('beside.xlsx', Buffer.from('PK\u0003\u0004'));
    expect(report(unread, file('judged.csv', csv(row(1))), '--kind', 'phone-card').status).toBe(1);
  });

  it('beside one of which no row could be judged: nothing was', () => {
    const unread = file('beside.xlsx', Buffer.from('PK\u0003\u0004'));
    expect(report(unread, file('broken.csv', csv(row(1, { matches: '可能' }))), '--kind', 'phone-card').status).toBe(3);
  });
});

describe('CSV', () => {
  it('an empty cell is unknown, and 无 is known to be none', () => {
    const { findings } = report(
      file('unknown.csv', csv(row(1), row(2).replace(/无$/, ''))),
      '--kind',
      'phone-card',
    ) as { readonly findings: readonly { readonly recordId: string; readonly rule: string }[] };
    const ofFlag = findings.filter(({ rule }) => rule === 'atfl.11.flagged-card-reverification');
    expect(ofFlag.map(({ recordId }) => recordId)).toEqual(['A-2']);
  });

  it('is read by Chinese headings in any order, and faults name the heading, the row and the line', () => {
    const [first, ...others] = headings.split(',');
    const text = csv(row(1), row(2, { matches: '可能' })).replace(headings, [...others, first].join(','));
    const moved = text
      .split('\n')
      .map((line, n) => (n === 0 || line === '' ? line : [...line.split(',').slice(1), line.split(',')[0]].join(',')))
      .join('\n');
    const { counts, faults } = report(file('moved.csv', moved), '--kind', 'phone-card');
    expect(counts).toMatchObject({ records: 2, faults: 1 });
    expect(faults).toMatchObject([
      { code: 'WRONG_TYPE', column: '姓名是否一致', row: 2, line: 3, recordId: 'A-2', found: '可能' },
    ]);
  });

  it.each([
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    ['with semicolons', (text: string) => text.replaceAll(',', ';')],
    ['with tabs', (text: string) => text.replaceAll(',', '\t')],
    ['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with quotes', (text: string) => text.replaceAll(/[^,\n]+/g, '"$&"')],
  ])('%s gives the same', (name, change) => {
    const plain = report(file('plain.csv', csv(row(1), row(2, { matches: '否' }))), '--kind', 'phone-card');
    const changed = report(file(`${name}.csv`, change(csv(row(1), row(2, { matches: '否' })))), '--kind', 'phone-card');
    expect(plain.counts).toMatchObject({ records: 2, violation: 1, faults: 0 });
    expect(changed.counts).toEqual(plain.counts);
  });

  it('in the encoding of Chinese Excel is read as it is', () => {
    // GB18030 of 记录编号,开户时间 and a row of two cells.
    const gb = Buffer.from('bcc7c2bcb1e0bac52cbfaabba7cab1bce40a412d312c323032332d30332d30342030393a31300a', 'hex');
    const { counts, warnings } = report(file('gb.csv', gb), '--kind', 'phone-card');
    expect([counts.records, counts.faults, warnings[0].code]).toEqual([1, 0, 'NO_OFFSET']);
  });

  it('says which column is unknown, which is there twice and which is missing', () => {
    const codes = (text: string) => {
      const { faults, warnings } = report(file('columns.csv', text), '--kind', 'phone-card');
      return [...faults, ...warnings].map(
        ({ code, column }: { readonly code: string; readonly column?: string }) => `${code} ${column}`,
      );
    };
    expect(codes(csv(row(1)).replace('卡状态', '卡状态态'))).toContain('UNKNOWN_COLUMN 卡状态态');
    expect(codes(csv(row(1)).replace('卡状态', '号卡类型'))).toContain('DUPLICATE_COLUMN 号卡类型');
    expect(codes('证件号码\n1\n')).toEqual(
      expect.arrayContaining(['MISSING_COLUMN recordId', 'MISSING_COLUMN openedAt']),
    );
  });
});

it('cards are counted over all files of a run: the sixth of a person is a violation, whichever file it is in', () => {
  const cards = Array.from({ length: 6 }, (_, n) => row(n + 1, { subject: 900_000 }));
  const one = file('one.csv', csv(...cards.slice(3)));
  const other = file('other.csv', csv(...cards.slice(0, 3)));
  for (const files of [
    [one, other],
    [other, one],
  ]) {
    const { counts, findings } = report(...files, '--kind', 'phone-card');
    expect(counts.violation).toBe(1);
    expect(findings).toContainEqual(
      expect.objectContaining({ recordId: 'A-6', rule: 'atfl.10.card-count-limit', verdict: 'violation', file: one }),
    );
  }
});

it('what a branch is judged by as a whole is judged over all files of a run, and told once', () => {
  const event = (n: number, reminded: string) =>
    `E-${n},2026-10-${String(n).padStart(2, '0')}T09:00:00+08:00,转账,${reminded},2026-10-01T09:00:00+08:00`;
  const head = '记录编号,业务办结时间,业务类型,已作防诈提醒,提醒时间';
  const file1 = file('reminded.csv', `${[head, event(2, '是'), event(3, '是')].join('\n')}\n`);
  const file2 = file('unreminded.csv', `${[head, event(4, '否').replace(/[^,]*$/, '无')].join('\n')}\n`);
  const whole = ({ findings }: { findings: { readonly row: number }[] }) => findings.filter(({ row }) => row === 0);
  expect(whole(report(file1, '--kind', 'user-reminder'))).toEqual([]);
  const { counts, rules, ...both } = report(file1, file2, '--kind', 'user-reminder');
  expect(whole(both as never)).toMatchObject([
    { rule: 'atfl.30.reminder-coverage', recordId: '#file#2026-Q4', verdict: 'violation', file: file1 },
  ]);
  expect(counts).toMatchObject({ records: 3, violation: 1, compliant: 2 });
  expect(rules).toContainEqual(
    expect.objectContaining({ rule: 'atfl.30.reminder-coverage', violation: 1, compliant: 0 }),
  );
});

it('NDJSON is read line by line, and a line that is no JSON hides no other', () => {
  const good = { recordId: 'n-1', activatedAt: '2023-03-01T09:00:00+08:00', identityMethod: 'none', verifiedAt: null };
  const text = `${JSON.stringify(good)}\n{"recordId": \n${JSON.stringify({ ...good, recordId: 'n-3' })}\n`;
  const { counts, faults } = report(file('lines.ndjson', text), '--kind', 'internet-account');
  expect(counts).toMatchObject({ records: 3, violation: 2, faults: 1 });
  expect(faults).toMatchObject([{ code: 'MALFORMED_JSON', line: 2 }]);
});

it('--on judges by the law of another day, and says so', () => {
  const before = report('events/samples/internet-account.faulty.json', '--on', '2022-11-30');
  expect([before.status, before.on, before.counts.violation]).toEqual([0, '2022-11-30', 0]);
  const after = report('events/samples/internet-account.faulty.json', '--on', '2022-12-01');
  expect([after.status, after.on]).toEqual([1, '2022-12-01']);
  expect(audit('events/samples/internet-account.faulty.json', '--on', '2022-12-01').stdout).toContain('2022-12-01');
  expect(audit('events/samples/internet-account.faulty.json', '--on', '2022-13-01').status).toBe(3);
});

it('no report repeats a document or phone number', () => {
  const subject = idNumber(800_001);
  const path = file(
    'personal.csv',
    csv(row(1, { matches: '否' }), row(2).replace(idNumber(800_002), `${subject.slice(0, 17)}?`)),
  );
  for (const format of ['table', 'json', 'sarif', 'junit']) {
    const { stdout } = audit(path, '--kind', 'phone-card', '--format', format);
    expect(stdout).toContain('A-1');
    expect(stdout).not.toContain(subject.slice(0, 17));
    expect(stdout).not.toContain('13700000001');
  }
});

describe('a file that several threads judge', () => {
  const half = 23_000;
  const long = join(directory, 'long.csv');
  beforeAll(() => {
    const wanted = ['--kind', 'iot-usage', '--rows', String(2 * half), '--wrong', '0.02', '--seed', '1'];
    spawnSync(process.execPath, [join(root, 'bin/generate.ts'), ...wanted, '--format', 'csv', '--out', long]);
    expect(statSync(long).size).toBeGreaterThan(fewBytes);
  });

  it('is told of row by row, as its halves are that a single thread judges', () => {
    const [head, ...lines] = readFileSync(long, 'utf8').trimEnd().split('\n');
    const told = report(long, '--kind', 'iot-usage');
    const ofHalves = [0, half].map((before) => {
      const part = file('half.csv', [head, ...lines.slice(before, before + half), ''].join('\n'));
      const { counts, findings } = report(part, '--kind', 'iot-usage');
      const moved = (findings as { readonly row: number; readonly line: number }[]).map((finding) => ({
        ...finding,
        ...{ file: long, row: finding.row + before, line: finding.line + before },
      }));
      return { counts, findings: moved };
    });
    expect(told.counts).toMatchObject({ records: 2 * half, faults: 0 });
    expect(told.counts.violation).toBe(ofHalves[0]!.counts.violation + ofHalves[1]!.counts.violation);
    expect(told.findings.length).toBeGreaterThan(500);
    expect(told.findings).toEqual(ofHalves.flatMap(({ findings }) => findings));
  });

  it('that is not to be judged ends the command all the same', () => {
    expect(audit(long).status).toBe(3);
    expect(audit(long, '--help').status).toBe(0);
  });
});

it('--out writes the reports into a directory, and the table to the screen', () => {
  const out = join(directory, 'found', 'today');
  const { status, stdout } = audit('events/samples/phone-card.faulty.json', '--format', 'sarif', '--out', out);
  expect([status, JSON.parse(readFileSync(join(out, 'report.sarif'), 'utf8')).version]).toEqual([1, '2.1.0']);
  expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')).counts.violation).toBeGreaterThan(0);
  expect(stdout).toContain('atfl.10.card-count-limit');
});

describe('files of several kinds in one run', () => {
  const reminders = readFileSync(join(root, 'events/samples/user-reminder.clean.json'), 'utf8');
  const reminder = JSON.stringify(JSON.parse(reminders).records[0]);

  it('each say theirs, as KIND=FILE; what says none is of the --kind', () => {
    const cards = file('kinds-1.csv', csv(row(1)));
    file('kinds-2.csv', csv(row(2, { matches: '否' })));
    const told = file('kinds.ndjson', `${reminder}\n`);
    const { files } = report(`phone-card=${join(directory, 'kinds-*.csv')}`, told, '--kind', 'user-reminder');
    expect(files).toMatchObject([
      { file: cards, recordKind: 'phone-card', counts: { records: 1, violation: 0 } },
      { recordKind: 'phone-card', counts: { records: 1, violation: 1 } },
      { file: told, recordKind: 'user-reminder', counts: { records: 1, violation: 0 } },
    ]);
  });

  it('of a kind there is not: nothing is judged, and the nearest is named', () => {
    const { status, stderr } = audit(`phone-crad=${file('kind.csv', csv(row(1)))}`);
    expect([status, stderr]).toEqual([3, expect.stringContaining('Did you mean phone-card?')]);
  });

  it('a file that is there is a file, whatever its name looks like', () => {
    const named = file('phone-crad=cards.csv', csv(row(1)));
    expect(report(named, '--kind', 'phone-card').counts).toMatchObject({ records: 1 });
    const inPlace = spawnSync(
      process.execPath,
      [join(root, 'bin/audit.ts'), 'phone-crad=cards.csv', '--kind', 'phone-card', '--format', 'json'],
      { cwd: directory, encoding: 'utf8' },
    );
    expect(JSON.parse(inPlace.stdout).files).toMatchObject([
      { file: 'phone-crad=cards.csv', recordKind: 'phone-card' },
    ]);
  });

  it('a file of that name that is not there is missed by its name', () => {
    const { status, stderr } = audit('phone-card=none.csv');
    expect([status, stderr]).toEqual([3, expect.stringContaining('The file none.csv cannot be read')]);
  });
});
