import type { RuleFault } from '../engine/check.ts';
import type { Rule } from '../engine/rule.ts';
import { articleKey, type Penalty } from './penalty.ts';

type Told = { readonly code: string; readonly pointer: string; readonly found: string };

const fault = (told: Told, cause: RuleFault['cause'], known: readonly string[]): RuleFault => ({
  ...told,
  cause,
  fix: { zh: `可用：${known.join('、')}。`, en: `There are: ${known.join(', ')}.` },
});

/** What a rule cites that no penalty file knows: an article, an item, or a sector that the article does not reach. */
export const citationFaults = (
  rule: Pick<Rule, 'id' | 'penalties'>,
  penalties: readonly Penalty[],
): readonly RuleFault[] => {
  const [own] = rule.id.split('.') as [string];
  return rule.penalties.flatMap(({ law = own, article, item, sector }, n): RuleFault[] => {
    const ofLaw = penalties.filter((one) => one.law === law);
    if (ofLaw.length === 0) {
      const cause = { zh: `没有 ${law} 的罚则。`, en: `There are no penalty articles of “${law}”.` };
      const known = [...new Set(penalties.map((one) => one.law))];
      return [fault({ code: 'UNKNOWN_LAW', pointer: `/penalties/${n}/law`, found: law }, cause, known)];
    }
    const versions = ofLaw.filter((one) => articleKey(one) === articleKey({ law, article }));
    const last = versions.at(-1);
    const at = `/penalties/${n}`;
    if (last === undefined) {
      const cause = { zh: `没有第${article}条的罚则。`, en: `There is no penalty article “${article}” of ${law}.` };
      const known = [...new Set(ofLaw.map((one) => one.article))];
      return [fault({ code: 'UNKNOWN_ARTICLE', pointer: `${at}/article`, found: article }, cause, known)];
    }
    const items = [...new Set(versions.flatMap((one) => one.items.map((known) => known.item)))];
    if (!items.includes(item)) {
      const cause = { zh: `第${article}条没有第“${item}”项。`, en: `Article ${article} has no item “${item}”.` };
      return [fault({ code: 'UNKNOWN_ITEM', pointer: `${at}/item`, found: item }, cause, items)];
    }
    const { liable } = last;
    if (liable.includes('any') || liable.includes(sector)) return [];
    const cause = { zh: `第${article}条不适用于该行业。`, en: `Article ${article} does not reach this sector.` };
    return [fault({ code: 'NOT_LIABLE', pointer: `${at}/sector`, found: sector }, cause, liable)];
  });
};
