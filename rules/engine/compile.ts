import type { FactParams } from '../facts/fact.ts';
import { versionsByDay } from './epochs.ts';
import type { Adjusted } from './local-parameters.ts';
import { sourceOf } from './operators.ts';
import { leavesOf, type Resolved, resolve, slotOf } from './resolve.ts';
import { factsKeyOf, type Rule } from './rule.ts';

/** One generated function has no more rules than this: beyond some 55 KB of source the runtime stops optimising. */
const rulesPerFunction = 100;
const bitsPerWord = 31;

type Slot = { readonly fact: string; readonly params: FactParams; readonly at: number };
type Slots = ReadonlyMap<string, Slot>;

const slotsOf = (trees: readonly Resolved[]): Slots => {
  const slots = new Map<string, Slot>();
  for (const leaf of trees.flatMap(leavesOf)) {
    const key = slotOf(leaf);
    if (!slots.has(key)) slots.set(key, { fact: leaf.fact, params: leaf.params ?? {}, at: slots.size });
  }
  return slots;
};

/** Text of a condition whose facts are all known: true or false. */
const twoValued = (condition: Resolved, slots: Slots): string => {
  if ('all' in condition) return `(${condition.all.map((one) => twoValued(one, slots)).join(' && ')})`;
  if ('any' in condition) return `(${condition.any.map((one) => twoValued(one, slots)).join(' || ')})`;
  if ('not' in condition) return `!${twoValued(condition.not, slots)}`;
  return `(${sourceOf(condition.operator, `s.f${slots.get(slotOf(condition))!.at}`, condition.value)})`;
};

/** Text of a condition of which some facts may be unknown: 0 false, 1 unknown, 2 true (strong Kleene). */
const threeValued = (condition: Resolved, slots: Slots): string => {
  if ('all' in condition) return `Math.min(${condition.all.map((one) => threeValued(one, slots)).join(', ')})`;
  if ('any' in condition) return `Math.max(${condition.any.map((one) => threeValued(one, slots)).join(', ')})`;
  if ('not' in condition) return `(2 - ${threeValued(condition.not, slots)})`;
  const fact = `s.f${slots.get(slotOf(condition))!.at}`;
  return `(${fact} === undefined ? 1 : ${sourceOf(condition.operator, fact, condition.value)} ? 2 : 0)`;
};

/** Text that says whether every fact of these leaves is known, by one bit each. */
const allKnown = (trees: readonly Resolved[], slots: Slots): string => {
  const words = new Map<number, number>();
  for (const leaf of trees.flatMap(leavesOf)) {
    const { at } = slots.get(slotOf(leaf))!;
    const word = Math.floor(at / bitsPerWord);
    words.set(word, (words.get(word) ?? 0) | (1 << (at % bitsPerWord)));
  }
  return [...words].map(([word, mask]) => `(s.k${word} & ${mask}) === ${mask}`).join(' && ');
};

/** Text that says whether every fact there is is known. */
const everythingKnown = (count: number): string =>
  Array.from({ length: Math.ceil(count / bitsPerWord) }, (_, word) => {
    const bits = Math.min(bitsPerWord, count - word * bitsPerWord);
    return `s.k${word} === ${2 ** bits - 1}`;
  }).join(' && ');

const treesOf = ({ appliesWhen, conditions, parameters }: Rule) =>
  [resolve(appliesWhen, parameters), resolve(conditions, parameters)] as const;

/** Text of a rule's verdict where its facts are all known. */
const knownVerdict = (rule: Rule, slots: Slots): string => {
  const [scope, duty] = treesOf(rule);
  return `${twoValued(scope, slots)} ? (${twoValued(duty, slots)} ? 2 : 0) : 3`;
};

const ruleSource = (rule: Adjusted, at: number, slots: Slots): string => {
  const [scope, duty] = treesOf(rule);
  return [
    `// ${rule.id} ${rule.version}`,
    `const r${at} = (s: Slots): number => {`,
    `  if (${allKnown([scope, duty], slots)}) return ${knownVerdict(rule, slots)};`,
    `  const scope: number = ${threeValued(scope, slots)};`,
    `  return scope === 0 ? 3 : scope === 1 ? 1 : ${threeValued(duty, slots)};`,
    '};',
  ].join('\n');
};

const readSource = (slots: readonly Slot[]): string => {
  const params = slots.flatMap(({ params, at }) =>
    Object.keys(params).length === 0 ? [] : [`const p${at} = ${JSON.stringify(params)};`],
  );
  const words = Math.ceil(slots.length / bitsPerWord);
  const known = (word: number) =>
    slots
      .filter(({ at }) => Math.floor(at / bitsPerWord) === word)
      .map(({ at }) => `(f${at} === undefined ? 0 : ${1 << (at % bitsPerWord)})`)
      .join(' | ');
  return [
    ...params,
    '/** The facts that these rules compare, each read once. */',
    'export const read: Unit["read"] = (source) => {',
    ...slots.map(
      ({ fact, params, at }) =>
        `  const f${at}: FactValue = facts[${JSON.stringify(fact)}].of(source as never${Object.keys(params).length === 0 ? '' : `, p${at}`});`,
    ),
    `  return { ${[
      ...Array.from({ length: words }, (_, word) => `k${word}: ${known(word)}`),
      ...slots.map(({ at }) => `f${at}`),
    ].join(', ')} };`,
    '};',
  ].join('\n');
};

const chunked = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));

/** Text of the epochs of one law date: which versions are in force from a day on, and the functions that judge by them. */
const epochsSource = (rules: readonly Rule[], numberOf: (rule: Rule) => number, name: string, slots: Slots) => {
  const epochs = versionsByDay(rules);
  const each = (chunk: readonly Rule[], part: number, verdict: (rule: Rule) => string) =>
    chunk.map((rule, n) => `    out[at + ${part * rulesPerFunction + n}] = ${verdict(rule)};`);
  const functions = epochs.flatMap(({ rules: inForce }, epoch) =>
    chunked(inForce, rulesPerFunction).map((chunk, part) =>
      [
        `const ${name}_${epoch}_${part} = (s: Slots, out: Uint8Array, at: number): void => {`,
        `  if (${everythingKnown(slots.size)}) {`,
        ...each(chunk, part, (rule) => knownVerdict(rule, slots)),
        '  } else {',
        ...each(chunk, part, (rule) => `r${numberOf(rule)}(s)`),
        '  }',
        '};',
      ].join('\n'),
    ),
  );
  const entries = epochs.map(({ from, rules: inForce }, epoch) => {
    const parts = chunked(inForce, rulesPerFunction).map((_, part) => `${name}_${epoch}_${part}`);
    const judge =
      parts.length === 1
        ? parts[0]
        : `(s: Slots, out: Uint8Array, at: number): void => { ${parts.map((part) => `${part}(s, out, at);`).join(' ')} }`;
    return `{ from: ${JSON.stringify(from)}, rules: [${inForce.map(numberOf).join(', ')}], judge: ${judge} }`;
  });
  return { functions, entries, used: epochs.flatMap(({ rules: inForce }) => inForce) };
};

/**
 * TypeScript text of the module that judges by all versions of these rules, which are of one unit. Records of which every fact is
 * known take a two-valued path; of the others, each rule whose own facts are known does.
 */
export const compile = (rules: readonly Adjusted[]): string => {
  const slots = slotsOf(rules.flatMap(treesOf));
  const all = [...slots.values()];
  const words = Array.from({ length: Math.ceil(all.length / bitsPerWord) }, (_, word) => `k${word}: number`);
  const lawDates = [...new Set(rules.map(({ lawDate }) => lawDate))].map((lawDate, n) => ({
    lawDate,
    ...epochsSource(
      rules.filter((rule) => rule.lawDate === lawDate),
      (rule) => rules.indexOf(rule as Adjusted),
      `e${n}`,
      slots,
    ),
  }));
  // A revision that was corrected is law on no day: it keeps its number, and nobody judges by it.
  const inForce = new Set(lawDates.flatMap(({ used }) => used));
  const sources = rules.flatMap((rule, at) => (inForce.has(rule) ? [ruleSource(rule, at, slots)] : []));
  const needsMeaning = all.length > 0 && sources.some((source) => source.includes('meaningOf.'));
  return [
    '// Written by `npm run rules -- build` from rules/sets. Not to be edited.',
    ...(needsMeaning ? ["import { meaningOf } from '../engine/operators.ts';"] : []),
    "import type { Unit } from '../engine/unit.ts';",
    "import type { FactValue } from '../facts/fact.ts';",
    `import { facts } from '../facts/${factsKeyOf(rules[0]!)}.ts';`,
    '',
    `type Slots = { ${[...words, ...all.map(({ at }) => `f${at}: FactValue`)].map((one) => `readonly ${one}`).join('; ')} };`,
    '',
    readSource(all),
    '',
    ...sources.map((source) => `${source}\n`),
    ...lawDates.flatMap(({ functions }) => functions.map((one) => `${one}\n`)),
    'export const unit = {',
    '  read,',
    `  slots: ${JSON.stringify(all.map(({ fact, params }) => ({ fact, params })))},`,
    `  rules: [${rules.map(({ id, version }) => JSON.stringify({ rule: id, version })).join(', ')}],`,
    '  lawDates: [',
    ...lawDates.flatMap(({ lawDate, entries }) => [
      `    { lawDate: ${JSON.stringify(lawDate)}, epochs: [`,
      ...entries.map((entry) => `      ${entry},`),
      '    ] },',
    ]),
    '  ],',
    '} as unknown as Unit;',
    '',
  ].join('\n');
};
