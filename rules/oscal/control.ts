import { type Rule, versionOf } from '../engine/rule.ts';
import type { RuleWords } from '../workbench/rule-words.ts';
import { oneLine, propsOf, proseOf, statementOf, titleOf } from './document.ts';

export type ControlDeps = {
  readonly words: (rule: Rule) => RuleWords;
  /** The UUID of an instrument's entry in the back matter. */
  readonly instrument: (name: string) => string;
};

type Value = Rule['parameters'][string]['value'];

const valuesOf = (value: Value): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map((one) => oneLine(String(one)));

/** The figures of one version, each with who fixed it and where. */
const paramsOf = (rule: Rule) =>
  Object.entries(rule.parameters).map(([name, { value, unit, fixedBy, status, source }]) => {
    const values = valuesOf(value);
    return {
      id: `${rule.id}_${versionOf(rule)}_${name}`,
      props: propsOf({ version: versionOf(rule), unit, 'fixed-by': fixedBy, status }),
      label: name,
      // An empty list is a value of ours, and none that OSCAL could hold.
      ...(values.length > 0 && { values }),
      remarks: source,
    };
  });

/** Whom a version is for and what it wants. */
const itemOf = (rule: Rule, words: RuleWords) => ({
  id: `${statementOf(rule.id)}.${versionOf(rule)}`,
  name: 'item',
  title: versionOf(rule),
  props: propsOf({
    version: versionOf(rule),
    'effective-from': rule.effective.from,
    'effective-until': rule.effective.until,
    severity: rule.severity,
  }),
  prose: proseOf({
    zh: `适用情形：\n\n${words.scope.zh}\n\n要求：\n\n${words.duty.zh}`,
    en: `It applies where:\n\n${words.scope.en}\n\nIt asks that:\n\n${words.duty.en}`,
  }),
});

const linksOf = (versions: readonly Rule[], instrument: ControlDeps['instrument']) => {
  const links = versions
    .flatMap(({ sources }) => sources)
    .map(({ instrument: name, article, paragraph, item }) => ({
      href: `#${instrument(name)}`,
      rel: 'reference',
      text: oneLine(
        [
          name,
          article === undefined ? '' : `第${article}条`,
          paragraph === undefined ? '' : `第${paragraph}款`,
          item === undefined ? '' : `第${item}项`,
        ].join(''),
      ),
    }));
  return [...new Map(links.map((link) => [link.text, link])).values()];
};

/** A rule as a control: its newest version describes it, and its statement has an item for each. Newest first. */
export const controlOf = (versions: readonly Rule[], { words, instrument }: ControlDeps) => {
  const newest = versions[0]!;
  const { id, title, severity, recordKind, per, lawDate, obligation, remedy, notEncoded } = newest;
  const params = versions.flatMap(paramsOf);
  return {
    id,
    class: 'rule',
    title: titleOf(title),
    ...(params.length > 0 && { params }),
    props: propsOf({
      version: versionOf(newest),
      severity,
      'record-kind': recordKind,
      per,
      'law-date': lawDate,
      obligation,
      'rectification-working-days': remedy.workingDays,
    }),
    links: linksOf(versions, instrument),
    parts: [
      { id: statementOf(id), name: 'statement', parts: versions.map((rule) => itemOf(rule, words(rule))) },
      { id: `${id}_gdn`, name: 'guidance', prose: proseOf(remedy) },
      // What a person has to judge: whoever reads "satisfied" should know what nobody looked at.
      ...(notEncoded.length > 0
        ? [
            {
              id: `${id}_gdn.not-encoded`,
              name: 'guidance',
              class: 'not-encoded',
              title: '未编码，由人判断 / Not encoded: for a person to judge',
              prose: notEncoded.map((gap) => `- ${oneLine(gap)}`).join('\n'),
            },
          ]
        : []),
    ],
  };
};
