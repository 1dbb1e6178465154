import { mutate } from '../rules/workbench/mutate.ts';
import type { Bench, Outcome } from './rules-workbench.ts';

const reasons = {
  killed: 'is named as equivalent, and a fixture tells it from the rule',
  unknown: 'is named as equivalent, and there is no such mutant',
  repeated: 'is named as equivalent twice',
};

/** The mutants that no fixture notices, and what is wrongly named as equivalent. */
export const mutateOutcome = ({ rules }: Bench, isJson: boolean): Outcome => {
  const { misnamed, ...score } = mutate(rules);
  const { mutants, killed, equivalent, survived } = score;
  const status = survived.length === 0 && misnamed.length === 0 ? 0 : 1;
  if (isJson) {
    const told = { ...score, ...(misnamed.length > 0 && { misnamed }) };
    return { status, text: `${JSON.stringify(told, null, 2)}\n` };
  }
  const lines = [
    ...survived.map(({ rule, name }) => `${rule}  ${name}  survived\n`),
    ...misnamed.map(({ rule, name, why }) => `${rule}  ${name}  ${reasons[why]}\n`),
  ];
  const counted = mutants - equivalent;
  const score100 = counted === 0 ? 100 : Math.floor((killed / counted) * 1000) / 10;
  const total = `${mutants} mutants, ${killed} killed, ${equivalent} equivalent, ${survived.length} survived: ${score100} %\n`;
  return { status, text: `${lines.join('')}${total}` };
};
