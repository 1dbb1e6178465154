import { expect, it } from 'vitest';
import type { Verdict } from '../../events/finding.ts';
import type { Violation } from '../../events/violation.ts';
import { advance, type Sighting, type Step, type Tracked, withdrawn } from '../../rules/track.ts';

const idOf = (occurrence: number) => `violation-${occurrence}`;

const seen = (verdict: Verdict, day: number, over: Partial<Sighting> = {}): Sighting => ({
  verdict,
  reported: true,
  counted: false,
  sequence: `2026-01-0${day}#s${day}`,
  receivedAt: `2026-01-0${day}T00:00:00.000Z`,
  about: {
    rule: 'atfl.10.card-count-limit',
    version: '2022-12-01.r1',
    article: '10',
    severity: 'major',
    enterprise: 'E1',
    branchId: 'b1',
    region: '4601',
    sector: 'telecom',
    recordKind: 'phone-card',
    recordId: 'R1',
    lawDate: '2023-01-01',
    submission: `s${day}`,
  },
  ...over,
});

/** What is known after each verdict in turn. */
const after = (...sightings: Sighting[]) => {
  let tracked: Tracked | undefined;
  const violations = new Map<string, Violation>();
  const steps: (Step['type'] | undefined)[] = [];
  for (const sighting of sightings) {
    const step = advance(tracked, tracked && violations.get(tracked.violation), sighting, idOf);
    steps.push(step?.type);
    if (step === undefined) continue;
    tracked = step.tracked;
    violations.set(step.violation.id, step.violation);
  }
  return { tracked, violations: [...violations.values()], steps };
};

it('a first fault opens a violation, outstanding and not yet reviewed', () => {
  const { violations } = after(seen('violation', 1));
  expect(violations).toEqual([
    expect.objectContaining({ id: 'violation-1', review: 'open', remedy: 'outstanding', occurrence: 1 }),
  ]);
});

it('the same fault reported again is the same violation, last seen later', () => {
  const { violations, steps } = after(seen('violation', 1), seen('violation', 2));
  expect(steps).toEqual(['violation.opened', 'violation.seen-again']);
  expect(violations).toEqual([
    expect.objectContaining({
      firstSeenAt: '2026-01-01T00:00:00.000Z',
      lastSeenAt: '2026-01-02T00:00:00.000Z',
      submission: 's2',
    }),
  ]);
});

it('a newer compliant record puts it right, and a fault after that is the next occurrence', () => {
  const { violations, steps } = after(seen('violation', 1), seen('compliant', 2), seen('violation', 3));
  expect(steps).toEqual(['violation.opened', 'violation.put-right', 'violation.opened']);
  expect(violations).toEqual([
    expect.objectContaining({ id: 'violation-1', remedy: 'self-reported', putRightAt: '2026-01-02T00:00:00.000Z' }),
    expect.objectContaining({ id: 'violation-2', remedy: 'outstanding', occurrence: 2, recurrenceOf: 'violation-1' }),
  ]);
});

it('a record that leaves the rule’s scope has put its fault right', () => {
  expect(after(seen('violation', 1), seen('not-applicable', 2)).violations[0]?.remedy).toBe('self-reported');
});

it('what cannot be told neither opens a violation nor puts one right', () => {
  expect(after(seen('undetermined', 1)).violations).toEqual([]);
  expect(after(seen('violation', 1), seen('undetermined', 2)).violations[0]?.remedy).toBe('outstanding');
});

it('a step repeated after a crash changes nothing', () => {
  for (const verdict of ['violation', 'compliant'] as const) {
    const { steps } = after(seen('violation', 1), seen(verdict, 2), seen(verdict, 2));
    expect(steps[2]).toBeUndefined();
  }
});

it('an older submission recorded late does not undo what a newer one said', () => {
  expect(after(seen('violation', 1), seen('compliant', 3), seen('violation', 2)).steps[2]).toBeUndefined();
  expect(after(seen('violation', 3), seen('compliant', 2)).violations[0]?.remedy).toBe('outstanding');
});

it('a card displaced by another opens a violation, and is not seen again by merely being looked at', () => {
  const displaced = { reported: false, counted: true };
  const { steps } = after(seen('violation', 1, displaced), seen('violation', 2, displaced));
  expect(steps).toEqual(['violation.opened', undefined]);
});

it('for what is counted the holdings’ order decides, not that of the submissions', () => {
  const counted = { reported: false, counted: true };
  const { violations } = after(
    seen('violation', 3, counted),
    seen('compliant', 2, counted),
    seen('violation', 1, counted),
  );
  expect(violations.map(({ occurrence, remedy }) => [occurrence, remedy])).toEqual([
    [1, 'self-reported'],
    [2, 'outstanding'],
  ]);
});

it('withdrawing the record withdraws its open violation and leaves a closed one alone', () => {
  const { tracked, violations } = after(seen('violation', 1));
  expect(withdrawn(tracked!, violations[0]!, '2026-01-02#s2')).toMatchObject({
    type: 'violation.withdrawn',
    tracked: { open: false },
    violation: { review: 'withdrawn' },
  });
  const closed = after(seen('violation', 1), seen('compliant', 2));
  expect(withdrawn(closed.tracked!, closed.violations[0]!, '2026-01-03#s3')).toBeUndefined();
});
