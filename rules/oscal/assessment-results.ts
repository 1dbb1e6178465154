import type { Finding } from '../../events/finding.ts';
import type { SubmissionView } from '../../events/submission.ts';
import { type Digest, oscalVersion, propsOf, proseOf, statementOf, titleOf, uuidOf } from './document.ts';
import { observationsOf } from './observations.ts';

type Observations = ReturnType<typeof observationsOf>;

const countsOf = (findings: readonly Finding[]) => {
  const of = (verdict: Finding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length;
  return {
    violation: of('violation'),
    undetermined: of('undetermined'),
    compliant: of('compliant'),
    notApplicable: of('not-applicable'),
  };
};

/**
 * Whether a rule is satisfied: not where any record violates it, and so only where every record that it was for complies.
 * OSCAL knows no third state: a rule that was for no record, or of which something could not be told, has no finding.
 */
const stateOf = ({ violation, undetermined, compliant }: ReturnType<typeof countsOf>) => {
  if (violation > 0) return { state: 'not-satisfied', reason: 'fail' };
  return undetermined === 0 && compliant > 0 ? { state: 'satisfied', reason: 'pass' } : undefined;
};

const findingOf = (view: SubmissionView, findings: readonly Finding[], observations: Observations, digest: Digest) => {
  const { rule, title, severity } = findings[0]!;
  const counts = countsOf(findings);
  const status = stateOf(counts);
  if (status === undefined) return [];
  const related = observations.filter((one) => one.rule === rule);
  const { violation, undetermined, compliant, notApplicable } = counts;
  return [
    {
      uuid: uuidOf(digest, `finding ${view.id} ${rule}`),
      title: titleOf(title),
      description: proseOf({
        zh: `违规 ${violation}，无法判定 ${undetermined}，合规 ${compliant}，不适用 ${notApplicable}。`,
        en: `Violations ${violation}, undetermined ${undetermined}, compliant ${compliant}, not applicable ${notApplicable}.`,
      }),
      props: propsOf({ severity }),
      target: { type: 'statement-id', 'target-id': statementOf(rule), status },
      ...(related.length > 0 && {
        'related-observations': related.map(({ observation: { uuid } }) => ({ 'observation-uuid': uuid })),
      }),
    },
  ];
};

/** Which rules judged. A selection has to select: where there was nothing to judge, it was by all rules. */
const reviewedOf = (rules: readonly string[]) => ({
  'control-selections': [
    rules.length > 0
      ? { 'include-controls': rules.map((id) => ({ 'control-id': id })) }
      : {
          description: proseOf({ zh: '没有可判定的记录。', en: 'There was no record to judge.' }),
          'include-all': {},
        },
  ],
});

/**
 * An audit as OSCAL assessment results: one result, with a finding for each rule that was satisfied or was not, and an
 * observation for whatever was found of records. `catalogHref` is where the release is to be had as a catalog.
 */
export const assessmentResultsOf = (
  view: SubmissionView,
  findings: readonly Finding[],
  catalogHref: string,
  digest: Digest,
) => {
  const { id, recordKind, enterprise, branchId, region, sector, period, mode, nil, supersedes, receivedAt } = view;
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  const observations = observationsOf(view, findings, digest);
  const found = [...byRule.values()].flatMap((ofRule) => findingOf(view, ofRule, observations, digest));
  const plan = uuidOf(digest, `plan ${view.release.digest}`);
  const result = {
    uuid: uuidOf(digest, `result ${id}`),
    title: `自查报送 ${id} / Self-check submission ${id}`,
    description: proseOf({
      zh: `记录 ${view.counts.records} 条，其中无法读取 ${view.counts.faults} 条。`,
      en: `${view.counts.records} records, of which ${view.counts.faults} could not be read.`,
    }),
    start: receivedAt,
    end: receivedAt,
    props: propsOf({
      'record-kind': recordKind,
      enterprise,
      branch: branchId,
      region,
      sector,
      'period-from': period.from,
      'period-to': period.to,
      mode,
      ...(nil && { nil: 'true' }),
      supersedes,
    }),
    'reviewed-controls': reviewedOf([...byRule.keys()].sort()),
    ...(observations.length > 0 && { observations: observations.map(({ observation }) => observation) }),
    ...(found.length > 0 && { findings: found }),
  };
  return {
    'assessment-results': {
      uuid: uuidOf(digest, `assessment-results ${JSON.stringify(result)}`),
      metadata: {
        title: `自查审计 ${id} / Audit of self-check submission ${id}`,
        'last-modified': receivedAt,
        version: view.release.name,
        'oscal-version': oscalVersion,
        props: propsOf({ 'release-digest': view.release.digest }),
      },
      'import-ap': { href: `#${plan}` },
      results: [result],
      'back-matter': {
        resources: [
          {
            uuid: plan,
            title: '审计所用规则 / The rules audited by',
            description: proseOf({
              zh: '没有单独的评估计划：每条记录按其法律日期当日有效的全部规则判定。',
              en: 'There is no plan of its own: every record is judged by all rules in force on its law date.',
            }),
            rlinks: [{ href: catalogHref, 'media-type': 'application/json' }],
          },
        ],
      },
    },
  };
};
