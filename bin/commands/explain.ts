import { readFileSync } from 'node:fs';
import type { AnyRecord, Contract } from '../../events/contract.ts';
import type { Text } from '../../events/fault.ts';
import { normalise } from '../../events/normalise.ts';
import { judgeDraft } from '../../rules/engine/draft.ts';
import { versionOn } from '../../rules/engine/epochs.ts';
import { valueWords } from '../../rules/engine/explain.ts';
import { resolve } from '../../rules/engine/resolve.ts';
import { factsKeyOf, type Rule, versionOf } from '../../rules/engine/rule.ts';
import { type Weighed, weigh } from '../../rules/engine/weigh.ts';
import type { FactSource, Facts } from '../../rules/facts/fact.ts';
import { conditionWords, leafWords } from '../../rules/workbench/in-words.ts';
import { lawDayOf } from '../../rules/workbench/try-fixture.ts';
import { type Command, refused, type Said, said } from '../command.ts';
import { faultLines } from '../rules-files.ts';
import { load } from '../rules-load.ts';

type Figure = Rule['parameters'][string];

const fixedBy: Readonly<Record<Figure['fixedBy'], Text>> = {
  statute: { zh: '法律', en: 'statute' },
  'ministry-rule': { zh: '部门规定', en: 'ministry rule' },
  practice: { zh: '本产品默认，非法律', en: 'our default, not law' },
};
const standing: Readonly<Record<NonNullable<Figure['status']>, Text>> = {
  verified: { zh: '已核实', en: 'verified' },
  disputed: { zh: '存疑', en: 'disputed' },
};

const figureLines = ([name, figure]: readonly [string, Figure]): readonly string[] => {
  const value = valueWords(figure.value, figure.value);
  const status = figure.status === undefined ? undefined : standing[figure.status];
  const by = fixedBy[figure.fixedBy];
  return [
    `  ${name} = ${value.zh}（${figure.unit}；${by.zh}${status ? `，${status.zh}` : ''}；${figure.source}）`,
    `  ${name} = ${value.en} (${figure.unit}; ${by.en}${status ? `, ${status.en}` : ''}; ${figure.source})`,
  ];
};

const sourceLine = ({ instrument, article, paragraph, item, for: figure }: Rule['sources'][number]): string =>
  [
    `  《${instrument}》`,
    article !== undefined && `第${article}条`,
    paragraph !== undefined && `第${paragraph}款`,
    item !== undefined && `第${item}项`,
    figure !== undefined && `（${figure}）`,
  ]
    .filter(Boolean)
    .join('');

const both = (zh: string, en: string, lines: readonly Text[]): readonly string[] => [
  zh,
  ...lines.map((line) => `  ${line.zh}`),
  en,
  ...lines.map((line) => `  ${line.en}`),
];

/** One version of a rule in plain words of both languages: what it wants of whom, since when, by which figures. */
const versionLines = (rule: Rule, facts: Facts<never>): readonly string[] => {
  const words = (key: 'appliesWhen' | 'conditions') =>
    conditionWords(resolve(rule[key], rule.parameters), (name) => facts[name]!);
  const { from, until } = rule.effective;
  return [
    `${rule.id} ${versionOf(rule)}  ${rule.severity}`,
    `${rule.title.zh}\n${rule.title.en}`,
    `自 ${from} 起${until === undefined ? '' : `至 ${until}`}，按 ${rule.lawDate} 所在日适用 · from ${from}${until === undefined ? '' : ` until ${until}`}, by the day of ${rule.lawDate}`,
    ...both('适用于：', 'It applies to:', words('appliesWhen')),
    ...both('要求：', 'It wants:', words('conditions')),
    ...(Object.keys(rule.parameters).length === 0 ? [] : ['数值 Figures:']),
    ...Object.entries(rule.parameters).flatMap(figureLines),
    '依据 Sources:',
    ...rule.sources.map(sourceLine),
    `整改 Remedy: ${rule.remedy.zh}\n  ${rule.remedy.en}`,
    ...(rule.notEncoded.length === 0 ? [] : ['未编码 Not encoded:', ...rule.notEncoded.map((line) => `  - ${line}`)]),
    '',
  ];
};

const truthMarks = { true: '✓', false: '✗', undefined: '?' } as const;

/** Condition by condition: what was wanted, what was read, and how it came out. */
const weighedLines = (weighed: Weighed, facts: Facts<never>, indent: string): readonly string[] => {
  const mark = truthMarks[`${weighed.truth}`];
  if ('leaf' in weighed) {
    const { zh, en } = leafWords(weighed.leaf, true, (name) => facts[name]!);
    const read =
      weighed.read === undefined ? { zh: '未知', en: 'unknown' } : valueWords(weighed.read, weighed.leaf.value);
    return [`${indent}${mark} ${zh} · ${en}`, `${indent}    读到 ${read.zh} · read ${read.en}`];
  }
  const [name, parts] =
    'not' in weighed ? ['not', [weighed.not]] : 'all' in weighed ? ['all', weighed.all] : ['any', weighed.any];
  return [`${indent}${mark} ${name}`, ...parts.flatMap((part) => weighedLines(part, facts, `${indent}  `))];
};

const judgedLines = (
  versions: readonly Rule[],
  facts: Facts<never>,
  source: FactSource<AnyRecord>,
  day: string,
): readonly string[] => {
  const head = `${source.record.recordId}  ${day}`;
  const rule = versionOn(versions, day);
  const judgement = judgeDraft(versions, facts, source);
  if (rule === undefined || judgement === undefined) return [`${head}  当日无此规定 · no law on that day`, ''];
  const read = (tree: Rule['conditions']) =>
    weigh(resolve(tree, rule.parameters), ({ fact, params = {} }) => facts[fact]!.of(source as never, params));
  return [
    `${head}  ${versionOf(rule)}  ${judgement.verdict}`,
    '适用范围 scope',
    ...weighedLines(read(rule.appliesWhen), facts, '  '),
    '义务 duty',
    ...weighedLines(read(rule.conditions), facts, '  '),
    ...(judgement.because === undefined ? [] : [judgement.because.zh, judgement.because.en]),
    '',
  ];
};

/** The records of a file: one, an array of them, a submission's, or fixtures, which bring holdings and lists with them. */
const sourcesIn = (
  json: unknown,
  contract: Contract,
): { readonly sources: readonly FactSource<AnyRecord>[]; readonly faults: readonly string[] } => {
  const { records = json } = (json ?? {}) as { records?: unknown };
  const rows = Array.isArray(records) ? records : [records];
  const told = rows.map((row) => (row as { record?: unknown } | null)?.record ?? row);
  const read = normalise(contract, told, undefined);
  return {
    sources: read.records.map(({ row, record }) => {
      const { holdings, lists } = rows[row - 1] as Partial<FactSource<AnyRecord>>;
      return { record, ...(holdings && { holdings }), ...(lists && { lists }) };
    }),
    faults: read.faults.map(({ pointer, row, cause }) => `${row ?? ''} ${pointer ?? ''}  ${cause.zh} ${cause.en}`),
  };
};

const jsonIn = (file: string): { readonly json: unknown } | undefined => {
  try {
    return { json: JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return undefined;
  }
};

const explain = async (root: string, id: string, file: string | undefined): Promise<Said> => {
  const { kinds, facts: all, files, faults } = await load(root);
  if (faults.length > 0) return refused(faultLines(faults));
  const versions = files.flatMap(({ rule }) => (rule.id === id ? [rule] : []));
  if (versions.length === 0) {
    const like = [...new Set(files.map(({ rule }) => rule.id))].filter((one) => one.includes(id));
    return refused(`there is no rule ${id}${like.length > 0 ? `; there are: ${like.join(', ')}` : ''}\n`);
  }
  const [{ recordKind, per }] = versions as [Rule];
  const facts = all[factsKeyOf(versions[0]!)]!;
  if (file === undefined) return said(versions.flatMap((rule) => versionLines(rule, facts)).join('\n'));
  if (per !== undefined) return refused(`${id} is judged per ${per}, not of a record\n`);
  const read = jsonIn(file);
  if (read === undefined) return refused(`cannot read ${file}: a JSON file with a record is needed\n`);
  const { sources, faults: unread } = sourcesIn(read.json, kinds[recordKind]!);
  const lines = sources.flatMap((source) =>
    judgedLines(versions, facts, source, lawDayOf({ record: source.record }, versions[0]!)),
  );
  return { status: unread.length > 0 ? 1 : 0, out: [...lines, ...unread.map((line) => `${line}\n`)].join('\n') };
};

export const explainCommand: Command = {
  name: 'explain',
  usage: [
    ['explain RULE', 'a rule in plain words: whom it is for, what it wants, its dates, figures and their sources'],
    ['explain RULE --record FILE', 'how it judges the records of a JSON file, condition by condition'],
  ],
  options: { record: { type: 'string' } },
  takes: [1, 1],
  run: ({ root, arguments: [id], options: { record } }) =>
    explain(root, id!, typeof record === 'string' ? record : undefined),
};
