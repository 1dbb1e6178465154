import type { Principal } from '../../events/principal.ts';
import type { ViolationList } from '../../events/violation.ts';
import type { IndexedRule } from '../../rules/indexed-rule.ts';
import type { ViolationFilter } from './filter.ts';

/** More lists than this are not merged when fewer will do. */
const maxLists = 64;

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** Rules that an asked rule, article, severity or kind can mean; undefined when none of them was asked. */
const rulesMeant = ({ rule, article, severity, recordKind }: ViolationFilter, rules: readonly IndexedRule[]) => {
  if (rule ?? article ?? severity ?? recordKind) {
    const meant = rules.filter(
      (one) =>
        (rule === undefined || one.id === rule) &&
        (article === undefined || one.article === article) &&
        (severity === undefined || one.severity === severity) &&
        (recordKind === undefined || one.recordKind === recordKind),
    );
    return unique(meant.map(({ id }) => id));
  }
  return undefined;
};

/** Every way in which the table can answer the question; each covers all that the caller may see of it. */
export const plans = (
  filter: ViolationFilter,
  principal: Principal,
  rules: readonly IndexedRule[],
): ViolationList[][] => {
  const own = principal.role === 'regulator' ? undefined : principal.enterprise;
  const enterprise = own ?? filter.enterprise;
  const ways: ViolationList[][] = [];
  if (enterprise !== undefined) {
    const branches = filter.branch !== undefined ? [filter.branch] : own === undefined ? [] : principal.branches;
    ways.push(
      branches.length > 0
        ? unique(branches).map((branchId) => ({ by: 'branch', enterprise, branchId }))
        : [{ by: 'enterprise', enterprise }],
    );
  }
  if (own === undefined) {
    const sectors = principal.sectors.filter((sector) => filter.sector === undefined || sector === filter.sector);
    const regions = filter.region === undefined ? principal.regions : [filter.region];
    const provinces = unique(regions.map((region) => region.slice(0, 2)));
    const places = unique(sectors).flatMap((sector) => provinces.map((province) => ({ sector, province })));
    ways.push(places.map((place) => ({ by: 'sector', ...place })));
    const meant = rulesMeant(filter, rules);
    if (meant) ways.push(places.flatMap((place) => meant.map((rule) => ({ by: 'rule', ...place, rule }))));
  }
  const [shortest, ...others] = ways.sort((a, b) => a.length - b.length);
  return [shortest!, ...others.filter((lists) => lists.length <= maxLists)];
};
