import type { Judgement, Verdict } from '../../events/finding.ts';
import type { Law } from '../../functions/record-submission/deps.ts';
import { lawOf } from '../../functions/record-submission/wire.ts';
import type { Whereabouts } from '../../rules/engine/local-parameters.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import { type PeriodRecord, shareAbout } from '../../rules/facts/period.ts';
import { aRule } from '../rules/engine/a-rule.ts';

// Rules per period that no release has: nine of ten events of a month were reminded of, and a quarter whose filing fell
// due had an event at all.

export const coverage = 'test.month.coverage';
export const held = 'test.quarter.held';

const rules: Readonly<Record<string, Rule>> = {
  [coverage]: aRule({ id: coverage, recordKind: 'user-reminder', per: 'month', lawDate: 'to' }),
  [held]: aRule({ id: held, recordKind: 'user-reminder', per: 'quarter', lawDate: 'to' }),
};

const covered = (record: PeriodRecord): Verdict => {
  const share = shareAbout(record, 'reminded', 'events', 0.9);
  if (share === undefined) return 'undetermined';
  if (share === null) return 'not-applicable';
  return share >= 0.9 ? 'compliant' : 'violation';
};
const isHeld = ({ records, isDue }: PeriodRecord): Verdict => {
  if (records > 0) return 'compliant';
  return isDue ? 'violation' : 'not-applicable';
};

/** The released law of user reminders, and these rules of its months and quarters. */
export const reminderLaw = (kind: string, at: Whereabouts): Law => {
  const law = lawOf(kind, at);
  return {
    ...law,
    ruleOf: (judgement) => rules[judgement.rule] ?? law.ruleOf(judgement),
    periods: {
      tally: ({ reminderShown }) => ({
        events: 1,
        reminded: reminderShown === undefined ? undefined : Number(reminderShown),
      }),
      lengths: ['month', 'quarter'],
      judge: (per, record): readonly Judgement[] => {
        const [rule, verdict] = per === 'month' ? [coverage, covered(record)] : [held, isHeld(record)];
        return [{ rule, version: '2022-12-01.r1', lawDate: record.to, verdict }];
      },
    },
  };
};

let count = 0;

/** An event of which its user was reminded; vary one thing. */
export const aReminder = (over: Readonly<Record<string, unknown>> = {}) => {
  count += 1;
  const at = '2026-10-10T10:00:00+08:00';
  return {
    recordId: `event-${count}`,
    eventCompletedAt: at,
    eventId: `E${count}`,
    eventType: 'transfer',
    reminderShown: true,
    channel: 'app',
    contentVersion: 'v1',
    shownAt: at,
    ...over,
  };
};
