import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { kinds } from '../../events/records/kinds.generated.ts';
import { catalogue } from '../../rules/engine/catalogue.ts';
import { briefJudge, compiledJudge, countedRules, periodLengths } from '../../rules/engine/judge.ts';
import { localAt, type Whereabouts } from '../../rules/engine/local-parameters.ts';
import { versionOf } from '../../rules/engine/rule.ts';
import { shadowJudge } from '../../rules/engine/shadow.ts';
import { tallies } from '../../rules/facts/tallies.generated.ts';
import { changesStore } from '../store/changes.ts';
import { digest } from '../store/digest.ts';
import { holdingsStore } from '../store/holdings.ts';
import { journalPut } from '../store/journal.ts';
import { listImportsStore } from '../store/list-imports.ts';
import type { Objects } from '../store/objects.ts';
import { pause } from '../store/pause.ts';
import { recordsStore } from '../store/records.ts';
import { registryStore } from '../store/registry.ts';
import { shadowCountsStore } from '../store/shadow-counts.ts';
import { submissionsStore } from '../store/submissions.ts';
import { talliesStore } from '../store/tallies.ts';
import { succeeds } from '../store/transact.ts';
import { violationsStore } from '../store/violations.ts';
import type { Law, PeriodLaw, RecordDeps } from './deps.ts';
import { recordSubmission } from './record-submission.ts';

const ruleByVersion = new Map(catalogue.rules.map((rule) => [`${rule.id} ${versionOf(rule)}`, rule]));
const laws = new Map<string, Law>();

const periodLawOf = (kind: string, at: Whereabouts): PeriodLaw | undefined => {
  const tally = tallies[kind];
  if (tally === undefined) return undefined;
  const lengths = periodLengths(kind);
  const judges = new Map(lengths.map((per) => [per, compiledJudge(kind, { per, at })]));
  return { tally, lengths, judge: (per, record) => judges.get(per)!({ record }) };
};

/** The released rules of a kind where it was reported, made ready once per process. */
export const lawOf = (kind: string, at: Whereabouts): Law => {
  const inShadow = catalogue.shadow && localAt(catalogue.shadow.localParameters, at);
  const name = `${kind}@${localAt(catalogue.localParameters, at)?.id ?? ''}@${inShadow?.id ?? ''}`;
  const known = laws.get(name);
  if (known !== undefined) return known;
  const periods = periodLawOf(kind, at);
  const shadow = shadowJudge(catalogue.shadow, kind, inShadow);
  const { judge: glance } = briefJudge(kind, { at });
  const law: Law = {
    contract: kinds[kind]!,
    judge: compiledJudge(kind, { at }),
    glance: (source) => glance(source).worst,
    counted: new Set(countedRules(kind)),
    ruleOf: ({ rule, version }) => ruleByVersion.get(`${rule} ${version}`)!,
    ...(shadow && { shadow: { release: catalogue.shadow!.release.name, judge: shadow } }),
    ...(periods && { periods }),
  };
  laws.set(name, law);
  return law;
};

/** Everything that recording needs, over one table and one bucket’s objects. */
export const recording = (db: DynamoDBClient, table: string, objects: Objects) => {
  const submissions = submissionsStore(db, table);
  const records = recordsStore(objects);
  const changes = changesStore(db, table);
  const violations = violationsStore(db, table);
  const registry = registryStore(db, table);
  const deps: RecordDeps = {
    lawOf,
    manifest: submissions.manifest,
    manifests: submissions.manifests,
    records: records.records,
    recordsNamed: records.named,
    lists: records.lists,
    tracks: changes.tracks,
    trackedOf: changes.trackedOf,
    tracksOfBranch: changes.tracksOfBranch,
    rosters: changes.rosters,
    holdings: holdingsStore(db, table).read,
    monthTallies: talliesStore(db, table).monthTallies,
    enterprise: registry.enterprise,
    filingDuties: registry.registeredDuties,
    imports: listImportsStore(db, table).receivedWithin,
    violations: violations.violations,
    apply: changes.apply,
    countShadow: shadowCountsStore(db, table).count,
    keepFindings: records.keepFindings,
    commit: (manifest, entry) => succeeds(submissions.commit(manifest, journalPut(table, entry))),
    settle: violations.settle,
    digest,
    now: () => new Date(),
    pause,
  };
  return { deps, submissions, records, record: (id: string) => recordSubmission(id, deps) };
};
