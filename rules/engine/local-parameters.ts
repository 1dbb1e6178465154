import * as z from 'zod';
import { CivilDate, Region, Sector } from '../../events/registry.ts';
import { dayAfter, versionOn } from './epochs.ts';
import { Parameter, type Rule, unitKeyOf, versionOf } from './rule.ts';

/** One of our defaults (`practice`) set otherwise by an authority, from one civil day (+08:00) to another or for good. */
const Override = z.strictObject({
  rule: z.string(),
  parameter: z.string(),
  value: Parameter.shape.value,
  from: CivilDate,
  until: CivilDate.optional(),
  /** The authority's own document that says so. */
  source: z.string().min(1),
});
export type Override = z.infer<typeof Override>;

/**
 * A file of `rules/parameters/`: what one authority sets for its sectors and regions. Its name is the id of the set. The
 * overrides stand in the order in which they were made: on a day for which two set one parameter, the later one holds, so
 * that what has been released never needs to be edited.
 */
export const LocalParameters = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  authority: z.string().min(1),
  sectors: z.array(Sector).min(1),
  regions: z.array(Region).min(1),
  overrides: z.array(Override).min(1),
});
export type LocalParameters = z.infer<typeof LocalParameters>;

/** A rule version as judged from a day on: its figures may be an authority's. `version` is that of the file. */
export type Adjusted = Rule & { readonly version: string; readonly isAdjusted: boolean };

const isOn = ({ from, until }: Pick<Override, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === undefined || day <= until);

const adjusted = (rule: Rule, from: string, overrides: readonly Override[]): Adjusted => {
  const values = overrides.filter((one) => isOn(one, from) && Object.hasOwn(rule.parameters, one.parameter));
  const parameters = Object.fromEntries(
    Object.entries(rule.parameters).map(([name, parameter]) => {
      const override = values.findLast((one) => one.parameter === name);
      return [name, override ? { ...parameter, value: override.value, source: override.source } : parameter];
    }),
  );
  return {
    ...rule,
    parameters,
    effective: { ...rule.effective, from },
    version: versionOf(rule),
    isAdjusted: values.length > 0,
  };
};

/**
 * The versions of one rule under an authority's parameters: as many as there are days on which either changes, each from
 * its day on. Without overrides, the versions that are ever law, as they are.
 */
const adjustedVersions = (versions: readonly Rule[], overrides: readonly Override[]): readonly Adjusted[] => {
  const ends = overrides.flatMap(({ until }) => (until === undefined ? [] : [dayAfter(until)]));
  const days = [...versions.map(({ effective }) => effective.from), ...overrides.map(({ from }) => from), ...ends];
  return [...new Set(days)].sort().flatMap((day) => {
    const rule = versionOn(versions, day);
    return rule === undefined ? [] : [adjusted(rule, day, overrides)];
  });
};

/** All versions of these rules under an authority's parameters, in the order of the rules given. */
export const adjustedRules = (rules: readonly Rule[], local?: LocalParameters): readonly Adjusted[] =>
  local === undefined
    ? rules.map((rule) => ({ ...rule, version: versionOf(rule), isAdjusted: false }))
    : [...Map.groupBy(rules, ({ id }) => id)].flatMap(([id, versions]) =>
        adjustedVersions(
          versions,
          local.overrides.filter((one) => one.rule === id),
        ),
      );

/** The generated unit of rules under an authority's parameters, beside the one without. */
export const localUnitKeyOf = (of: Pick<Rule, 'recordKind' | 'per'>, { id }: Pick<LocalParameters, 'id'>): string =>
  `${unitKeyOf(of)}@${id}`;

/** Where a record was reported: the branch's region, and the sector that it reported as. */
export type Whereabouts = { readonly region: string; readonly sector: string };

/** The set that holds at a place: of those for its sector, the one for the smallest region around it. */
export const localAt = (
  sets: readonly LocalParameters[],
  { region, sector }: Whereabouts,
): LocalParameters | undefined => {
  const around = (set: LocalParameters): number =>
    Math.max(-1, ...set.regions.filter((wider) => region.startsWith(wider)).map(({ length }) => length));
  return sets
    .filter((set) => set.sectors.some((one) => one === sector) && around(set) >= 0)
    .toSorted((a, b) => around(b) - around(a))[0];
};
