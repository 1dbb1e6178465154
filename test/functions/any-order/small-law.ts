import { type Judgement, type Verdict, worstFirst } from '../../../events/finding.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import type { Law, Source } from '../../../functions/record-submission/deps.ts';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { rankAmong } from '../../../rules/holdings.ts';

/** As many active cards may one person hold here: small, so that few cards show everything. */
export const limit = 2;
export const countRule = 'test.count';
export const nameRule = 'test.name';

const judgement = (rule: string, verdict: Verdict): Judgement => ({
  rule,
  version: 'r1',
  lawDate: '2026-01-01',
  verdict,
});

const verdictOfName = (nameMatches: unknown): Verdict =>
  nameMatches === undefined ? 'undetermined' : nameMatches === true ? 'compliant' : 'violation';

const verdictOfCount = ({ holdings }: Source): Verdict => {
  const rank = holdings && rankAmong(holdings, ({ record }) => record.cardStatus === 'active');
  return rank === undefined ? 'undetermined' : rank <= limit ? 'compliant' : 'violation';
};

const judge = (source: Source): readonly Judgement[] => [
  judgement(countRule, source.record.cardStatus === 'active' ? verdictOfCount(source) : 'compliant'),
  judgement(nameRule, verdictOfName(source.record.nameMatches)),
];

/** One rule that counts over all branches, and one that asks the record alone and may not know. */
export const smallLaw: Law = {
  contract: kinds['phone-card']!,
  judge,
  glance: (source) => Math.min(...judge(source).map(({ verdict }) => worstFirst.indexOf(verdict))),
  counted: new Set([countRule]),
  // Only its severity, article and texts are read, and they are not what is compared here.
  ruleOf: () => catalogue.rules[0]!,
};
