import type { AnyRecord } from '../../events/contract.ts';
import { type Verdict, worstFirst } from '../../events/finding.ts';
import type { FactSource, Facts, FactValue } from '../facts/fact.ts';
import { versionsByDay } from './epochs.ts';
import { meaningOf } from './operators.ts';
import { type Resolved, type ResolvedLeaf, resolve, slotOf } from './resolve.ts';
import { type Rule, versionOf } from './rule.ts';

// Rules that were never compiled, judged fast: drafts, a release in shadow, one that is replayed. They read each fact once a
// record and say nothing but the verdict; whoever wants the evidence asks `judgeDraft`.

type Source = FactSource<AnyRecord>;
/** What one rule says of one record, by the version that was law on its day. */
export type Spoken = { readonly rule: string; readonly version: string; readonly verdict: Verdict };

/** Reads a slot of the record under judgement; `undefined` where nobody told. */
type Read = (slot: number) => FactValue;
/** 0 false, 1 unknown, 2 true: strong Kleene. */
type Weigh = (read: Read) => 0 | 1 | 2;

const closureOf = (condition: Resolved, slotFor: (leaf: ResolvedLeaf) => number): Weigh => {
  if ('not' in condition) {
    const inner = closureOf(condition.not, slotFor);
    return (read) => (2 - inner(read)) as 0 | 1 | 2;
  }
  if (!('all' in condition || 'any' in condition)) {
    const slot = slotFor(condition);
    const holds = meaningOf[condition.operator];
    const { value } = condition;
    return (read) => {
      const fact = read(slot);
      return fact === undefined ? 1 : holds(fact, value) ? 2 : 0;
    };
  }
  const [parts, decides] = 'all' in condition ? [condition.all, 0] : [condition.any, 2];
  const closures = parts.map((part) => closureOf(part, slotFor));
  return (read) => {
    let isOpen = false;
    for (const closure of closures) {
      const truth = closure(read);
      if (truth === decides) return truth;
      isOpen ||= truth === 1;
    }
    return isOpen ? 1 : decides === 0 ? 2 : 0;
  };
};

const [violation, undetermined, compliant, notApplicable] = worstFirst as [Verdict, Verdict, Verdict, Verdict];
const verdictOf = (scope: Weigh, duty: Weigh, read: Read): Verdict => {
  const isInScope = scope(read);
  if (isInScope === 0) return notApplicable;
  if (isInScope === 1) return undetermined;
  const isMet = duty(read);
  return isMet === 2 ? compliant : isMet === 1 ? undetermined : violation;
};

/**
 * A function that judges records of a kind by these rules, each by the version that was law on the record's own day. The
 * rules are of one kind, or per one period of it, with the facts of that.
 */
export const closureJudge = (rules: readonly Rule[], facts: Facts<never>): ((source: Source) => readonly Spoken[]) => {
  const slots = new Map<string, number>();
  const leaves: ResolvedLeaf[] = [];
  const slotFor = (leaf: ResolvedLeaf): number => {
    const key = slotOf(leaf);
    const known = slots.get(key);
    if (known !== undefined) return known;
    slots.set(key, leaves.length);
    return leaves.push(leaf) - 1;
  };
  const ready = [...Map.groupBy(rules, ({ lawDate }) => lawDate)].map(([lawDate, own]) => ({
    lawDate,
    epochs: versionsByDay(own).map(({ from, rules: inForce }) => ({
      from,
      rules: inForce.map((rule) => ({
        named: { rule: rule.id, version: versionOf(rule) },
        scope: closureOf(resolve(rule.appliesWhen, rule.parameters), slotFor),
        duty: closureOf(resolve(rule.conditions, rule.parameters), slotFor),
      })),
    })),
  }));
  const values: FactValue[] = leaves.map(() => undefined);
  const readOf: number[] = leaves.map(() => 0);
  let turn = 0;
  return (source) => {
    turn += 1;
    const read: Read = (slot) => {
      if (readOf[slot] !== turn) {
        const { fact, params = {} } = leaves[slot]!;
        values[slot] = facts[fact]!.of(source as never, params);
        readOf[slot] = turn;
      }
      return values[slot];
    };
    return ready.flatMap(({ lawDate, epochs }) => {
      const day = String(source.record[lawDate]).slice(0, 10);
      const inForce = epochs.findLast(({ from }) => from <= day)?.rules ?? [];
      return inForce.map(({ named, scope, duty }) => ({ ...named, verdict: verdictOf(scope, duty, read) }));
    });
  };
};
