import type { Contract } from '../../events/contract.ts';
import type { Fault } from '../../events/fault.ts';
import { nearest } from '../../events/nearest.ts';
import type { Facts } from '../facts/fact.ts';
import { checkLeaf, type Told } from './check-leaf.ts';
import type { Condition, Leaf, Rule } from './rule.ts';

/** What stands in a rule file's way, with its place in the file. */
export type RuleFault = Pick<Fault, 'code' | 'pointer' | 'found' | 'cause' | 'fix'>;

const unknown = (what: string, zh: string, found: string, allowed: readonly string[]): Omit<Told, 'pointer'> => {
  const meant = nearest(found, allowed);
  return {
    code: `UNKNOWN_${what.toUpperCase().replaceAll(' ', '_')}`,
    found,
    cause: { zh: `没有${zh}“${found}”。`, en: `There is no ${what} “${found}”.` },
    fix: meant
      ? { zh: `是否应为“${meant}”？`, en: `Did you mean “${meant}”?` }
      : { zh: `可用：${allowed.join('、')}。`, en: `There are: ${allowed.join(', ')}.` },
  };
};

const leaves = (condition: Condition, pointer: string): { readonly leaf: Leaf; readonly pointer: string }[] => {
  if ('all' in condition) return condition.all.flatMap((one, n) => leaves(one, `${pointer}/all/${n}`));
  if ('any' in condition) return condition.any.flatMap((one, n) => leaves(one, `${pointer}/any/${n}`));
  return 'not' in condition ? leaves(condition.not, `${pointer}/not`) : [{ leaf: condition, pointer }];
};

const namesIn = ({ params = {}, value }: Leaf): string[] =>
  [...Object.values(params), value].flatMap((given) =>
    typeof given === 'object' && given !== null && 'parameter' in given ? [given.parameter] : [],
  );

const checkParameters = (rule: Rule): Told[] => {
  const used = new Set(
    [rule.appliesWhen, rule.conditions].flatMap((tree) => leaves(tree, '').flatMap(({ leaf }) => namesIn(leaf))),
  );
  return Object.entries(rule.parameters).flatMap(([name, { fixedBy, status }]): Told[] => {
    const pointer = `/parameters/${name}`;
    const told: Told[] = [];
    if (!used.has(name)) {
      told.push({
        pointer,
        code: 'UNUSED_PARAMETER',
        found: name,
        cause: { zh: '没有条件用到此参数。', en: 'No condition uses it.' },
        fix: { zh: '删去，或在条件中引用。', en: 'Delete it, or use it in a condition.' },
      });
    }
    if (fixedBy !== 'practice' && status === undefined) {
      told.push({
        pointer: `${pointer}/status`,
        code: 'STATUS_MISSING',
        found: fixedBy,
        cause: {
          zh: '来自法律或部门规定的数值须注明是否核实。',
          en: 'A figure of law or ministry says whether it was seen.',
        },
        fix: { zh: '写 "verified" 或 "disputed"。', en: 'Write "verified" or "disputed".' },
      });
    }
    if (status === 'disputed' && rule.severity !== 'advisory') {
      told.push({
        pointer: '/severity',
        code: 'DISPUTED_NOT_ADVISORY',
        found: rule.severity,
        cause: {
          zh: `参数 ${name} 存疑，依据存疑数值的规则只能提示。`,
          en: `Parameter ${name} is disputed; a rule on a disputed figure can only advise.`,
        },
        fix: { zh: '改为 "advisory"，或核实该数值。', en: 'Make it "advisory", or verify the figure.' },
      });
    }
    return told;
  });
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
  const contract = kinds[rule.recordKind];
  const facts = factsByKind[rule.recordKind];
  if (contract === undefined || facts === undefined) {
    return [{ pointer: '/recordKind', ...unknown('record kind', '记录类型', rule.recordKind, Object.keys(kinds)) }];
  }
  const lawDate = contract.lawDates.includes(rule.lawDate)
    ? []
    : [{ pointer: '/lawDate', ...unknown('law date', '适用日期字段', rule.lawDate, contract.lawDates) }];
  const conditions = [...leaves(rule.appliesWhen, '/appliesWhen'), ...leaves(rule.conditions, '/conditions')].flatMap(
    ({ leaf, pointer }): RuleFault[] => {
      const fact = facts[leaf.fact];
      if (fact === undefined) {
        return [{ pointer: `${pointer}/fact`, ...unknown('fact', '事实', leaf.fact, Object.keys(facts)) }];
      }
      const missing = namesIn(leaf).filter((name) => !Object.hasOwn(rule.parameters, name));
      if (missing.length > 0) {
        return missing.map((name) => ({
          pointer,
          ...unknown('parameter', '参数', name, Object.keys(rule.parameters)),
        }));
      }
      return checkLeaf(leaf, fact, rule.parameters).map((told) => ({ ...told, pointer: `${pointer}${told.pointer}` }));
    },
  );
  return [...lawDate, ...conditions, ...checkParameters(rule), ...checkDates(rule)];
};
