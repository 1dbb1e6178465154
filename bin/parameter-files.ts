import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { checkRule, type RuleFault } from '../rules/engine/check.ts';
import { type Adjusted, adjustedRules, LocalParameters, type Override } from '../rules/engine/local-parameters.ts';
import type { Rule } from '../rules/engine/rule.ts';
import { factsKeyOf } from '../rules/engine/rule.ts';
import { unknownName } from '../rules/engine/unknown-name.ts';
import { lintConditions } from '../rules/workbench/lint-conditions.ts';
import { type FactsByKind, type FileFault, jsonOf, type Kinds } from './rules-files.ts';

type Read = { readonly sets: readonly LocalParameters[]; readonly faults: readonly FileFault[] };
type Told = readonly [pointer: string, code: string, found: string, cause: readonly string[], fix: readonly string[]];

const told = ([pointer, code, found, cause, fix]: Told): RuleFault => ({
  pointer,
  code,
  found,
  cause: { zh: cause[0]!, en: cause[1]! },
  fix: { zh: fix[0]!, en: fix[1]! },
});

const isArray = (value: unknown): boolean => Array.isArray(value);

/** What is wrong with one override by itself, by all versions of the rule that it names. */
const overrideFaults = (
  { rule: id, parameter: name, value, from, until }: Override,
  at: string,
  rules: readonly Rule[],
): RuleFault[] => {
  const versions = rules.filter((rule) => rule.id === id);
  if (versions.length === 0) {
    const ids = [...new Set(rules.map((rule) => rule.id))];
    return [{ pointer: `${at}/rule`, ...unknownName('rule', '规则', id, ids) }];
  }
  const known = versions.flatMap(({ parameters }) => Object.keys(parameters));
  const declared = versions.flatMap(({ parameters }) => parameters[name] ?? []);
  if (declared.length === 0) {
    return [{ pointer: `${at}/parameter`, ...unknownName('parameter', '参数', name, [...new Set(known)]) }];
  }
  const faults: RuleFault[] = [];
  const theirs = declared.find(({ fixedBy }) => fixedBy !== 'practice');
  if (theirs !== undefined) {
    const by = theirs.fixedBy;
    const cause = [`该数值由${by === 'statute' ? '法律' : '部门规定'}确定。`, `The figure is fixed by ${by}.`];
    const fix = ['地方只能调整标为 practice 的默认值。', 'An authority sets only our defaults, those marked practice.'];
    faults.push(told([`${at}/parameter`, 'NOT_OURS_TO_SET', name, cause, fix]));
  }
  const [{ value: before }] = declared as [(typeof declared)[number]];
  if (typeof value !== typeof before || isArray(value) !== isArray(before)) {
    const cause = [`默认值为 ${JSON.stringify(before)}。`, `The default is ${JSON.stringify(before)}.`];
    const fix = ['写成同一类型的值。', 'Give a value of the same type.'];
    faults.push(told([`${at}/value`, 'PARAMETER_TYPE', JSON.stringify(value), cause, fix]));
  }
  if (until !== undefined && until < from) {
    const cause = [`终止日早于生效日 ${from}。`, `It ends before it begins (${from}).`];
    faults.push(told([`${at}/until`, 'ENDS_BEFORE_IT_BEGINS', until, cause, ['改正日期。', 'Correct the dates.']]));
  }
  return faults;
};

const pointerOf = (path: readonly PropertyKey[]): string => path.map((step) => `/${String(step)}`).join('');

/** What a rule has wrong once an authority's value stands in it: told of the file that put it there. */
const adjustedFaults = (rule: Adjusted, kinds: Kinds, facts: FactsByKind): RuleFault[] => {
  const faults = checkRule(rule, kinds, facts);
  const all = faults.length > 0 ? faults : lintConditions(rule, facts[factsKeyOf(rule)]!);
  return all.map(({ code, cause, fix }) =>
    told(['/overrides', code, `${rule.id} ${rule.effective.from}`, [cause.zh, cause.en], [fix.zh, fix.en]]),
  );
};

const faultsOf = (set: LocalParameters, file: string, rules: readonly Rule[], kinds: Kinds, facts: FactsByKind) => {
  const name = basename(file, '.json');
  const misnamed =
    set.id === name
      ? []
      : [
          told([
            '/id',
            'MISPLACED',
            set.id,
            [`文件名为 ${name}。`, `The file is called ${name}.`],
            ['改名。', 'Rename one.'],
          ]),
        ];
  const own = [...misnamed, ...set.overrides.flatMap((one, n) => overrideFaults(one, `/overrides/${n}`, rules))];
  if (own.length > 0) return own;
  return adjustedRules(rules, set)
    .filter(({ isAdjusted }) => isAdjusted)
    .flatMap((rule) => adjustedFaults(rule, kinds, facts));
};

/** Two sets for one sector and one and the same region would both hold there. */
const rivals = (sets: readonly { readonly file: string; readonly set: LocalParameters }[]): FileFault[] =>
  sets.flatMap(({ file, set }, n) =>
    sets.slice(0, n).flatMap(({ set: other }) => {
      const region = set.regions.find((one) => other.regions.includes(one));
      if (region === undefined || !set.sectors.some((one) => other.sectors.includes(one))) return [];
      const cause = [
        `${other.id} 已为同一行业和地区设定参数。`,
        `${other.id} is for the same sector and region already.`,
      ];
      const fix = ['合并为一个文件。', 'Make them one file.'];
      return [{ file, ...told(['/regions', 'SETS_OVERLAP', region, cause, fix]) }];
    }),
  );

/** Every file under `rules/parameters`, by name, and what is wrong with any of them. */
export const parameterFiles = (root: string, rules: readonly Rule[], kinds: Kinds, facts: FactsByKind): Read => {
  const read = globSync('rules/parameters/*.json', { cwd: root })
    .sort()
    .map((file) => {
      const text = jsonOf(root, file);
      if ('fault' in text) return { file, faults: [text.fault] };
      const parsed = LocalParameters.safeParse(text.json);
      if (parsed.success) {
        const faults = faultsOf(parsed.data, file, rules, kinds, facts);
        return { file, set: parsed.data, faults: faults.map((one) => ({ ...one, file })) };
      }
      const faults = parsed.error.issues.map(({ path, message }) => ({
        file,
        code: 'PARAMETERS_SHAPE',
        pointer: pointerOf(path),
        cause: { zh: `不合地方参数文件的格式：${message}`, en: message },
        fix: { zh: '参照 rules/README.md 改正。', en: 'Correct it after rules/README.md.' },
      }));
      return { file, faults };
    });
  const sets = read.flatMap(({ file, set }) => (set === undefined ? [] : [{ file, set }]));
  return { sets: sets.map(({ set }) => set), faults: [...read.flatMap(({ faults }) => faults), ...rivals(sets)] };
};
