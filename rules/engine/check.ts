import type { Contract } from '../../events/contract.ts';
import type { Fault } from '../../events/fault.ts';
import type { Facts } from '../facts/fact.ts';
import { checkLeaf, type Told } from './check-leaf.ts';
import { checkParameters, referencesIn, unknownParameters } from './check-parameters.ts';
import { type Condition, factsKeyOf, type Leaf, type Rule } from './rule.ts';
import { unknownName } from './unknown-name.ts';

/** What stands in a rule file's way, with its place in the file. */
export type RuleFault = Pick<Fault, 'code' | 'pointer' | 'found' | 'cause' | 'fix'>;

const leaves = (condition: Condition, pointer: string): { readonly leaf: Leaf; readonly pointer: string }[] => {
  if ('all' in condition) return condition.all.flatMap((one, n) => leaves(one, `${pointer}/all/${n}`));
  if ('any' in condition) return condition.any.flatMap((one, n) => leaves(one, `${pointer}/any/${n}`));
  return 'not' in condition ? leaves(condition.not, `${pointer}/not`) : [{ leaf: condition, pointer }];
};

const checkDates = ({ effective: { from, until } }: Rule): Told[] =>
  until === undefined || until >= from
    ? []
    : [
        {
          pointer: '/effective/until',
          code: 'ENDS_BEFORE_IT_BEGINS',
          found: until,
          cause: { zh: `终止日早于生效日 ${from}。`, en: `It ends before it begins (${from}).` },
          fix: { zh: '改正日期。', en: 'Correct the dates.' },
        },
      ];

/** Everything wrong with a rule that its shape alone does not show; none if it may be built. */
export const checkRule = (
  rule: Rule,
  kinds: Readonly<Record<string, Contract>>,
  factsByKind: Readonly<Record<string, Facts<never>>>,
): RuleFault[] => {
  const contract = Object.hasOwn(kinds, rule.recordKind) ? kinds[rule.recordKind] : undefined;
  const facts = factsByKind[factsKeyOf(rule)];
  const lawDates = rule.per === undefined ? contract?.lawDates : ['to'];
  if (contract === undefined || facts === undefined || lawDates === undefined) {
    return [{ pointer: '/recordKind', ...unknownName('record kind', '记录类型', rule.recordKind, Object.keys(kinds)) }];
  }
  const lawDate = lawDates.includes(rule.lawDate)
    ? []
    : [{ pointer: '/lawDate', ...unknownName('law date', '适用日期字段', rule.lawDate, lawDates) }];
  const compared = [...leaves(rule.appliesWhen, '/appliesWhen'), ...leaves(rule.conditions, '/conditions')];
  const conditions = compared.flatMap(({ leaf, pointer }): RuleFault[] => {
    const fact = Object.hasOwn(facts, leaf.fact) ? facts[leaf.fact] : undefined;
    if (fact === undefined) {
      return [{ pointer: `${pointer}/fact`, ...unknownName('fact', '事实', leaf.fact, Object.keys(facts)) }];
    }
    const missing = unknownParameters(referencesIn(leaf), rule);
    // Without its parameters a comparison has no value to look at.
    const told = missing.length > 0 ? missing : checkLeaf(leaf, fact, rule.parameters);
    return told.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` }));
  });
  const leavesCompared = compared.map(({ leaf }) => leaf);
  const sources = rule.sources.flatMap(({ for: name }, n) =>
    name === undefined ? [] : [{ name, pointer: `/sources/${n}/for` }],
  );
  return [
    ...lawDate,
    ...unknownParameters(sources, rule),
    ...conditions,
    ...checkParameters(rule, leavesCompared),
    ...checkDates(rule),
  ];
};
