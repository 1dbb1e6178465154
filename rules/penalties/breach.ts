import type { Violation } from '../../events/violation.ts';
import type { Rule } from '../engine/rule.ts';

/** A penalty article and item, as a rule cites it or an officer links it. */
export type Cited = { readonly law: string; readonly article: string; readonly item: string };

/** An officer's link of a duty to an item that does not name it, by the facts of the case. */
export type Link = Cited & { readonly facts: string };

/** What a band needs to know of a violation. */
export type Breach = {
  readonly violation: string;
  readonly enterprise: string;
  /** The civil day (+08:00) whose law judged it. */
  readonly actedOn: string;
  /** Advisory violations are listed and never fined. */
  readonly isAdvisory: boolean;
  /** Items that name the duty. */
  readonly express: readonly Cited[];
  /** Items that an officer may link the duty to; until then rectification only. */
  readonly linkable: readonly Cited[];
  readonly links: readonly Link[];
  /**
   * What counts as one act, where the officer has said. Our default: breaches of one enterprise that reach the same
   * item are one act (行政处罚法 article 29 does not define it): three thousand rows are not three thousand fines.
   */
  readonly act?: string;
};

/** A tracked violation and the rule version that found it, as a breach; only items for the violation's sector count. */
export const breachOf = (
  violation: Pick<Violation, 'id' | 'enterprise' | 'lawDate' | 'severity' | 'sector'>,
  rule: Pick<Rule, 'id' | 'penalties'>,
  officer: { readonly links?: readonly Link[]; readonly act?: string } = {},
): Breach => {
  const [own] = rule.id.split('.') as [string];
  const cited = (isExpress: boolean): readonly Cited[] =>
    rule.penalties
      .filter(({ sector, express }) => sector === violation.sector && express === isExpress)
      .map(({ law = own, article, item }) => ({ law, article, item }));
  return {
    violation: violation.id,
    enterprise: violation.enterprise,
    actedOn: violation.lawDate.slice(0, 10),
    isAdvisory: violation.severity === 'advisory',
    express: cited(true),
    linkable: cited(false),
    links: officer.links ?? [],
    ...(officer.act !== undefined && { act: officer.act }),
  };
};
