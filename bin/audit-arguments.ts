import { parseArgs } from 'node:util';
import type { Text } from '../events/fault.ts';
import { listNames } from '../events/lists.ts';
import { nearest } from '../events/nearest.ts';
import { CivilDate, Region, Sector } from '../events/registry.ts';

export const formats = ['table', 'json', 'sarif', 'junit'] as const;
export type Format = (typeof formats)[number];

export type AuditArguments = {
  /** Each `FILE` or `KIND=FILE`. */
  readonly files: readonly string[];
  readonly kind?: string;
  /** Replaces every law date: a "what if". */
  readonly on?: string;
  /** Where the records were reported, for the figures that an authority has set there. */
  readonly region?: string;
  readonly sector?: string;
  /** `NAME=FILE`, of lists that authorities keep. */
  readonly lists: readonly string[];
  readonly format: Format;
  readonly out?: string;
};

/** The command cannot run as it was called; nothing has been judged. */
export class CannotRun extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

export const usage = (
  kinds: readonly string[],
): string => `fanzha-audit [KIND=]FILE… [--kind KIND] [--on DATE] [--region CODE [--sector SECTOR]] [--list NAME=FILE]… [--format FORMAT] [--out DIR]

  FILE      XLSX、CSV（UTF-8、GB18030、UTF-16）、NDJSON、JSON 数组或报送请求体，均可 gzip；可用通配符；合并计数
            XLSX, CSV (UTF-8, GB18030, UTF-16), NDJSON, a JSON array or submission body, each also gzipped; globs;
            all are counted together
  --kind    ${kinds.join(' | ')}
            （报送请求体自带类型 · a submission body names its own）
            各文件类型不同时逐一写明 · files of several kinds each say theirs: bank-account=accounts.csv
  --on      YYYY-MM-DD：以该日的法律判定（假设） · judge by the law of that day (a what-if)
  --region  GB/T 2260 代码：采用该地主管部门设定的参数 · use what the authority of that region has set
  --sector  ${Sector.options.join(' | ')}
            （缺省为类型的首个行业 · the kind's first sector by default）
  --list    ${listNames.join(' | ')}：名单文件（value, from, until, category）；未给出的名单视为没有
            （entries of a list; a list that is not given is not there）
  --format  ${formats.join(' | ')}
  --out     写入目录：报告，以及标注了问题的原文件副本 · a directory for the reports and the annotated copies

  退出码 exit: 0 无问题 clean · 1 违规或数据错误 violations or faults · 2 仅有无法判定 undetermined only · 3 未能运行或读取 could not run or read`;

const isFormat = (text: string): text is Format => (formats as readonly string[]).includes(text);

const options = ['--kind', '--on', '--region', '--sector', '--list', '--format', '--out', '--help'];

const meant = (found: string, allowed: readonly string[]): Text => {
  const near = nearest(found, allowed);
  return near === undefined ? { zh: '', en: '' } : { zh: `您是否指 ${near}？`, en: ` Did you mean ${near}?` };
};

/** Refuses a value that is none of those allowed, naming them and the nearest. */
export const notAmong = (option: string, found: string, allowed: readonly string[]): CannotRun => {
  const hint = meant(found, allowed);
  return new CannotRun({
    zh: `${option} 不能是 ${found}；可以是 ${allowed.join('、')}。${hint.zh}`,
    en: `${option} cannot be ${found}; it may be ${allowed.join(', ')}.${hint.en}`,
  });
};

const parsed = (args: readonly string[]) => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: text,
        on: text,
        region: text,
        sector: text,
        list: { ...text, multiple: true },
        format: text,
        out: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const unknown = /'(-[^']*)'/.exec((error as Error).message)?.[1]?.split(/[ =]/)[0] ?? '';
    if (options.includes(unknown)) {
      throw new CannotRun({ zh: `参数 ${unknown} 缺少值，或不应有值。`, en: (error as Error).message });
    }
    throw notAmong('参数 argument', unknown, options);
  }
};

/**
 * The arguments as given; undefined where only help is asked for. Throws CannotRun, naming what is allowed.
 */
export const auditArguments = (args: readonly string[], kinds: readonly string[]): AuditArguments | undefined => {
  const { values, positionals } = parsed(args);
  if (values.help === true) return undefined;
  const { kind, on, region, sector, list: lists = [], format = 'table', out } = values;
  if (positionals.length === 0) {
    throw new CannotRun({ zh: `没有给出文件。\n\n${usage(kinds)}`, en: 'No file is given.' });
  }
  if (kind !== undefined && !kinds.includes(kind)) throw notAmong('--kind', kind, kinds);
  if (!isFormat(format)) throw notAmong('--format', format, formats);
  if (on !== undefined && !CivilDate.safeParse(on).success) {
    throw new CannotRun({
      zh: `--on 应为存在的日期 YYYY-MM-DD，而不是 ${on}。`,
      en: `--on must be a date that exists, YYYY-MM-DD, not ${on}.`,
    });
  }
  if (region !== undefined && !Region.safeParse(region).success) {
    throw new CannotRun({
      zh: `--region 应为 GB/T 2260 省级（2 位）或地级（4 位）代码，而不是 ${region}。`,
      en: `--region must be a GB/T 2260 code of a province (2 digits) or prefecture (4 digits), not ${region}.`,
    });
  }
  if (sector !== undefined && !Sector.safeParse(sector).success) throw notAmong('--sector', sector, Sector.options);
  const given = {
    ...(region !== undefined && { region }),
    ...(sector !== undefined && { sector }),
    ...(kind !== undefined && { kind }),
    ...(on !== undefined && { on }),
    ...(out !== undefined && { out }),
  };
  return { files: positionals, lists, format, ...given };
};
