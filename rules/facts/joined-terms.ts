import { addDays } from '../filing-periods.ts';

/** Civil days (+08:00), both included; no `until` while it has no end. */
export type Days = { readonly from: string; readonly until?: string | undefined };

const isAfter = (one: Days['until'], other: Days['until']): boolean =>
  other !== undefined && (one === undefined || one > other);

/** One that begins on the day after another's last day follows on it. */
const meets = (one: Days, other: Days): boolean => other.until === undefined || one.from <= addDays(other.until, 1);

/** A term together with those of `others` that overlap it or follow on it, one after another. */
export const joinedTerms = (term: Days, others: readonly Days[]): Days => {
  const next = others.find(
    (one) => meets(one, term) && meets(term, one) && (one.from < term.from || isAfter(one.until, term.until)),
  );
  if (next === undefined) return term;
  const from = next.from < term.from ? next.from : term.from;
  return joinedTerms({ from, until: isAfter(next.until, term.until) ? next.until : term.until }, others);
};
