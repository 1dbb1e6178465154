import type { Rule } from '../engine/rule.ts';
import { dayFrom, versionsInForce } from './in-force.ts';
import { type Problem, problemAt } from './problem.ts';

/**
 * Days between two versions of a rule that neither or both claim. Such a gap or overlap is declared by a sentence in
 * `notEncoded` of the version that ends, naming its last day.
 */
export const lintTime = (versions: readonly Rule[]): readonly Problem[] => {
  const inForce = versionsInForce(versions);
  return inForce.flatMap(({ rule }, n) => {
    const { until } = rule.effective;
    const next = inForce[n + 1]?.from;
    if (until === undefined || next === undefined || until === dayFrom(next, -1)) return [];
    if (rule.notEncoded.some((sentence) => sentence.includes(until))) return [];
    const isGap = until < next;
    return [
      problemAt(
        rule,
        isGap ? 'GAP_IN_TIME' : 'OVERLAP_IN_TIME',
        '/effective/until',
        until,
        isGap
          ? [`下一版次自 ${next} 起，其间无规则。`, `The next version begins on ${next}: in between there is none.`]
          : [`下一版次自 ${next} 起，两者重叠。`, `The next version begins on ${next}: both claim some days.`],
        [`改正日期，或在 notEncoded 中说明 ${until}。`, `Correct the date, or say why of ${until} in notEncoded.`],
      ),
    ];
  });
};
