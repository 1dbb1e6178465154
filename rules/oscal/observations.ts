import type { Finding } from '../../events/finding.ts';
import type { SubmissionView } from '../../events/submission.ts';
import { type Digest, oneLine, propsOf, proseOf, titleOf, uuidOf } from './document.ts';

const remarksOf = ({ verdict, missing, remedy }: Finding): string =>
  verdict === 'undetermined'
    ? proseOf({
        zh: `无法判定：未提供 ${missing.join('、')}。`,
        en: `It cannot be told: nobody told ${missing.join(', ')}.`,
      })
    : proseOf(remedy);

/** A record by its id, which is never a personal value; a period of a branch by its own. */
const subjectOf = (view: SubmissionView, { recordId, row, lawDate }: Finding, digest: Digest) => ({
  'subject-uuid': uuidOf(digest, `record ${view.enterprise} ${view.branchId} ${view.recordKind} ${recordId}`),
  type: row === 0 ? 'period' : 'record',
  title: oneLine(recordId),
  props: propsOf({ ...(row > 0 && { row }), 'law-date': lawDate }),
});

const sameness = ({ rule, version, parameters, verdict, because, missing }: Finding): string =>
  JSON.stringify([rule, version, parameters, verdict, because?.zh, because?.en, missing]);

/**
 * The observations of an audit: violations, and what could not be told. Records of which the same was found, by the same
 * version of a rule and for the same reason, are subjects of one.
 */
export const observationsOf = (view: SubmissionView, findings: readonly Finding[], digest: Digest) => {
  const observed = findings.filter(({ verdict }) => verdict === 'violation' || verdict === 'undetermined');
  return [...Map.groupBy(observed, sameness)].map(([key, alike]) => {
    const { rule, version, parameters, verdict, severity, title, because } = alike[0]!;
    return {
      rule,
      observation: {
        uuid: uuidOf(digest, `observation ${view.id} ${key}`),
        title: titleOf(title),
        description: because === null ? titleOf(title) : proseOf(because),
        props: propsOf({ rule, version, parameters, verdict, severity }),
        methods: ['EXAMINE'],
        ...(verdict === 'violation' && { types: ['finding'] }),
        subjects: alike.map((finding) => subjectOf(view, finding, digest)),
        collected: view.receivedAt,
        remarks: remarksOf(alike[0]!),
      },
    };
  });
};
