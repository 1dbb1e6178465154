import { calendarFiles } from './calendar-files.ts';
import { obligationFaults } from './coverage-doc.ts';
import { ownOr } from './package-root.ts';
import { parameterFiles } from './parameter-files.ts';
import { citedFaults, penaltyFiles } from './penalty-files.ts';
import { fixtureFiles, kindsAndFacts, ruleFiles } from './rules-files.ts';

/** Everything under `rules/` and `events/records/`, and what is wrong with any of it. */
export const load = async (root: string) => {
  const { kinds, facts, tallies, faults: ofKinds } = await kindsAndFacts(root);
  const { files, faults } = ruleFiles(root, kinds, facts);
  const fixtures = fixtureFiles(root, files, tallies);
  const rules = files.map(({ rule }) => rule);
  const local = parameterFiles(root, rules, kinds, facts);
  const penalties = penaltyFiles(ownOr(root, 'rules/penalties'));
  const calendar = calendarFiles(ownOr(root, 'rules/calendar'));
  const penaltyFaults = [...penalties.faults, ...citedFaults(files, penalties.files)];
  return {
    ...{ kinds, facts, tallies, files },
    fixtures: fixtures.files,
    penalties: penalties.files,
    calendar: calendar.files,
    localParameters: local.sets,
    faults: [
      ...ofKinds,
      ...faults,
      ...fixtures.faults,
      ...penaltyFaults,
      ...calendar.faults,
      ...local.faults,
      ...obligationFaults(ownOr(root, 'rules/coverage'), files),
    ],
  };
};

export type Loaded = Awaited<ReturnType<typeof load>>;
