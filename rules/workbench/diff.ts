import type { Text } from '../../events/fault.ts';
import { versionOn } from '../engine/epochs.ts';
import { resolve } from '../engine/resolve.ts';
import { factsKeyOf, type Rule, versionOf } from '../engine/rule.ts';
import type { Fact } from '../facts/fact.ts';
import { conditionWords } from './in-words.ts';

type FactsByKind = Readonly<Record<string, Readonly<Record<string, Pick<Fact, 'zh' | 'en'>>>>>;

/** What one release has of a rule that another has not, in words. */
export type Difference = {
  /** Article of the rule's first source. */
  readonly article: string;
  readonly rule: string;
  readonly version: string;
  readonly change: 'rule-added' | 'rule-removed' | 'version-added' | 'version-removed';
  readonly text: Text;
  /** What is otherwise than in the version it follows; none of a rule that is new or gone. */
  readonly details: readonly Text[];
};

const text = (zh: string, en: string): Text => ({ zh, en });

const figureOf = ({ parameters }: Rule, name: string): string | undefined =>
  Object.hasOwn(parameters, name) ? JSON.stringify(parameters[name]!.value) : undefined;

const parameterDetails = (before: Rule, after: Rule): readonly Text[] =>
  [...new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)])].flatMap((name) => {
    const [from, to] = [figureOf(before, name), figureOf(after, name)];
    if (from === to) return [];
    if (from === undefined) return text(`新增参数 ${name}：${to}`, `parameter ${name} is new: ${to}`);
    if (to === undefined) return text(`取消参数 ${name}（原为 ${from}）`, `parameter ${name} is gone (it was ${from})`);
    return text(`参数 ${name}：${from} → ${to}`, `parameter ${name}: ${from} → ${to}`);
  });

const linesOf = (rule: Rule, key: 'appliesWhen' | 'conditions', facts: FactsByKind): readonly Text[] =>
  conditionWords(resolve(rule[key], rule.parameters), (name) => facts[factsKeyOf(rule)]![name]!);

const conditionDetails = (before: Rule, after: Rule, facts: FactsByKind): readonly Text[] =>
  (
    [
      ['appliesWhen', '适用范围', 'scope'],
      ['conditions', '义务', 'duty'],
    ] as const
  ).flatMap(([key, zh, en]) => {
    const [from, to] = [linesOf(before, key, facts), linesOf(after, key, facts)];
    const only = (lines: readonly Text[], others: readonly Text[]) =>
      lines.filter((line) => !others.some((other) => other.en === line.en));
    return [
      ...only(from, to).map((line) => text(`${zh}不再含 ${line.zh.trim()}`, `${en} no longer has ${line.en.trim()}`)),
      ...only(to, from).map((line) => text(`${zh}新含 ${line.zh.trim()}`, `${en} now has ${line.en.trim()}`)),
    ];
  });

const untilWords = ({ effective: { until } }: Rule): Text =>
  until === undefined ? text('长期', 'for good') : text(`至 ${until}`, `until ${until}`);

const otherDetails = (before: Rule, after: Rule): readonly Text[] => {
  const [from, to] = [untilWords(before), untilWords(after)];
  return [
    ...(before.severity === after.severity
      ? []
      : [text(`严重程度：${before.severity} → ${after.severity}`, `severity: ${before.severity} → ${after.severity}`)]),
    ...(from.en === to.en ? [] : [text(`效力：${from.zh} → ${to.zh}`, `in force: ${from.en} → ${to.en}`)]),
    ...(before.title.en === after.title.en && before.title.zh === after.title.zh
      ? []
      : [text(`名称：${before.title.zh} → ${after.title.zh}`, `title: ${before.title.en} → ${after.title.en}`)]),
    ...(JSON.stringify(before.penalties) === JSON.stringify(after.penalties)
      ? []
      : [text('所引罚则有变', 'it cites other penalty articles')]),
    ...(JSON.stringify(before.sources) === JSON.stringify(after.sources)
      ? []
      : [text('所引依据有变', 'it cites other sources')]),
  ];
};

const differenceOf = (
  rule: Rule,
  change: Difference['change'],
  told: Text,
  details: readonly Text[] = [],
): Difference => ({
  article: rule.sources[0]!.article ?? '',
  rule: rule.id,
  version: versionOf(rule),
  change,
  text: told,
  details,
});

const added = (rule: Rule, before: readonly Rule[], facts: FactsByKind): Difference => {
  const { zh, en } = rule.title;
  const { from } = rule.effective;
  if (before.length === 0) {
    return differenceOf(rule, 'rule-added', text(`新增规则“${zh}”，自 ${from} 起`, `new rule from ${from}: ${en}`));
  }
  // What was law on that day, or, where nothing was, what came first.
  const last = versionOn(before, from) ?? before[0]!;
  return differenceOf(
    rule,
    'version-added',
    text(`“${zh}”新增版次 ${versionOf(rule)}`, `${en}: version ${versionOf(rule)} is new`),
    [...parameterDetails(last, rule), ...conditionDetails(last, rule, facts), ...otherDetails(last, rule)],
  );
};

const removed = (rule: Rule, after: readonly Rule[]): Difference => {
  const { zh, en } = rule.title;
  return after.length === 0
    ? differenceOf(rule, 'rule-removed', text(`不再有规则“${zh}”`, `no longer a rule: ${en}`))
    : differenceOf(
        rule,
        'version-removed',
        text(`“${zh}”不再有版次 ${versionOf(rule)}`, `${en}: version ${versionOf(rule)} is gone`),
      );
};

const inOrder = new Intl.Collator('en', { numeric: true });

/** What changes from one set of rule versions to another, in words of each language, by article. */
export const diff = (before: readonly Rule[], after: readonly Rule[], facts: FactsByKind): readonly Difference[] => {
  const lacks = (rules: readonly Rule[], one: Rule) =>
    !rules.some((rule) => rule.id === one.id && versionOf(rule) === versionOf(one));
  const ofRule = (rules: readonly Rule[], id: string) => rules.filter((rule) => rule.id === id);
  return [
    ...before.filter((rule) => lacks(after, rule)).map((rule) => removed(rule, ofRule(after, rule.id))),
    ...after.filter((rule) => lacks(before, rule)).map((rule) => added(rule, ofRule(before, rule.id), facts)),
  ].toSorted(
    (a, b) =>
      inOrder.compare(a.article, b.article) || inOrder.compare(a.rule, b.rule) || inOrder.compare(a.version, b.version),
  );
};
