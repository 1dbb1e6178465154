import type { Told } from './check-leaf.ts';
import type { Leaf, Rule } from './rule.ts';
import { unknownName } from './unknown-name.ts';

type Reference = { readonly name: string; readonly pointer: string };

/** The parameters that a comparison names, and where. */
export const referencesIn = ({ params = {}, value }: Leaf): Reference[] =>
  [
    ...Object.entries(params).map(([name, given]) => [`/params/${name}`, given] as const),
    ['/value', value] as const,
  ].flatMap(([at, given]) =>
    typeof given === 'object' && given !== null && 'parameter' in given
      ? [{ name: given.parameter, pointer: `${at}/parameter` }]
      : [],
  );

/** Told of references to what the rule does not declare. */
export const unknownParameters = (references: readonly Reference[], { parameters }: Rule): Told[] =>
  references
    .filter(({ name }) => !Object.hasOwn(parameters, name))
    .map(({ name, pointer }) => ({ pointer, ...unknownName('parameter', '参数', name, Object.keys(parameters)) }));

/** Told of declared parameters, by all of the rule's comparisons. */
export const checkParameters = (rule: Rule, leaves: readonly Leaf[]): Told[] => {
  const used = new Set(leaves.flatMap(referencesIn).map(({ name }) => name));
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
        code: 'CONFIDENCE_MISSING',
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
