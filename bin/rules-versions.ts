import type { FileFault, RuleFile } from './rules-files.ts';

/** A revision corrects the one before it, which stays where it is. */
const gaps = (files: readonly RuleFile[]): FileFault[] =>
  files.flatMap(({ file, rule }) =>
    rule.revision === 1 ||
    files.some(
      ({ rule: other }) =>
        other.id === rule.id && other.effective.from === rule.effective.from && other.revision === rule.revision - 1,
    )
      ? []
      : [
          {
            file,
            code: 'REVISION_GAP',
            pointer: '/revision',
            found: String(rule.revision),
            cause: { zh: `缺少 r${rule.revision - 1}。`, en: `There is no r${rule.revision - 1}.` },
            fix: { zh: '修订号逐次加一，旧文件不删。', en: 'Revisions go up by one, and old files stay.' },
          },
        ],
  );

/** Versions take one another's place on a day of one law date: where that or the kind differs, both would be in force. */
const differing = (files: readonly RuleFile[]): FileFault[] =>
  (['recordKind', 'lawDate'] as const).flatMap((key) =>
    files.flatMap(({ file, rule }) => {
      const first = files.find(({ rule: other }) => other.id === rule.id)!.rule;
      if (first[key] === rule[key]) return [];
      return [
        {
          file,
          code: 'VERSIONS_DIFFER',
          pointer: `/${key}`,
          found: rule[key],
          cause: { zh: `同一规则的其他版次为 ${first[key]}。`, en: `Other versions of the rule say ${first[key]}.` },
          fix: { zh: '与其他版次一致，或另立规则。', en: 'Make it the same, or make it another rule.' },
        },
      ];
    }),
  );

/** What is wrong between the versions of a rule, each of which may be right by itself. */
export const versionFaults = (files: readonly RuleFile[]): readonly FileFault[] => [
  ...gaps(files),
  ...differing(files),
];
