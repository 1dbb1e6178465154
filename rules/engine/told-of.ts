import type { Because } from '../../events/finding.ts';
import type { Fact } from '../facts/fact.ts';
import { whyUndetermined, whyViolated } from './explain.ts';
import { evidenceOf, missingIn, type Weighed } from './weigh.ts';

type Told = { readonly because: Because; readonly missing?: string[] };

const because = (text: Pick<Because, 'zh' | 'en'>, of: Weighed): Because => ({
  ...text,
  conditions: evidenceOf(of) as Because['conditions'],
});

/** What is told beside a verdict of violation or undetermined: the tree as it came out, a sentence, what was missing. */
export const toldOf = (
  isViolation: boolean,
  scope: Weighed,
  duty: Weighed,
  wordsOf: (fact: string) => Pick<Fact, 'zh' | 'en'>,
): Told => {
  if (isViolation) return { because: because(whyViolated(duty, wordsOf), duty) };
  const missing = [...new Set([...missingIn(scope), ...missingIn(duty)])];
  const undecided = scope.truth === undefined ? scope : duty;
  return { because: because(whyUndetermined(missing, wordsOf), undecided), missing };
};
