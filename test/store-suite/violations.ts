import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import type { ViolationList } from '../../events/violation.ts';
import { positionOf, putViolation, violationsStore } from '../../functions/store/violations.ts';
import type { Recorded } from '../../rules/track.ts';
import { aViolation, instant } from './examples.ts';
import type { Part } from './opened.ts';

/** Violations: four lists, newest first, and the state before a submission that is not audited yet. */
export const violations: Part = (at) => {
  const store = () => violationsStore(at().db, at().table);
  const write = (...all: Recorded[]) =>
    at().db.send(new TransactWriteItemsCommand({ TransactItems: all.map((one) => putViolation(at().table, one)) }));

  it('comes back as written, by id, in the order asked', async () => {
    const pending = {
      violation: aViolation('p', { remedy: 'self-reported' }),
      pendingOf: 's',
      was: { violation: aViolation('p') },
    };
    await write({ violation: aViolation('q') }, pending);
    expect(await store().violation('p')).toEqual(pending);
    expect(await store().violations(['q', 'nobody', 'p'])).toEqual([
      { violation: aViolation('q') },
      undefined,
      pending,
    ]);
  });

  it('forgets what it was only for the submission that changed it', async () => {
    const pending = { violation: aViolation('settled'), pendingOf: 's-2', was: { violation: aViolation('settled') } };
    await write(pending);
    await store().settle(['settled', 'nobody'], 's-1');
    expect(await store().violation('settled')).toEqual(pending);
    await store().settle(['settled'], 's-2');
    await store().settle(['settled'], 's-2');
    expect(await store().violation('settled')).toEqual({ violation: aViolation('settled') });
    expect(await store().violation('nobody')).toBeUndefined();
  });

  const place = { enterprise: 'E-listed', branchId: 'b', region: '9901', sector: 'telecom', rule: 'r' };
  const lists: readonly ViolationList[] = [
    { by: 'sector', sector: 'telecom', province: '99' },
    { by: 'enterprise', enterprise: 'E-listed' },
    { by: 'branch', enterprise: 'E-listed', branchId: 'b' },
    { by: 'rule', sector: 'telecom', province: '99', rule: 'r' },
  ];
  it.each(lists)('is listed by $by, newest first, page by page, without loss at one instant', async (list) => {
    // Three at each instant, in every shard of the sector's list.
    const all = Array.from({ length: 12 }, (_, n) =>
      aViolation(`l-${String.fromCharCode(97 + n)}`, { ...place, firstSeenAt: instant(Math.floor(n / 3)) }),
    );
    await write(...all.map((violation) => ({ violation })));
    const found: string[] = [];
    for (const partition of store().partitionsOf(list)) {
      let after: string | undefined;
      for (;;) {
        const page = await store().page(partition, after, 2);
        expect(page.length).toBeLessThanOrEqual(2);
        if (page.length === 0) break;
        const positions = page.map(({ violation }) => positionOf(violation));
        expect(positions).toEqual(positions.toSorted().reverse());
        expect(after === undefined || positions[0]! < after).toBe(true);
        found.push(...positions);
        after = positions.at(-1);
      }
    }
    expect(found.toSorted()).toEqual(all.map(positionOf));
  });

  it('moves to another list with the branch it is seen at', async () => {
    const [here, there] = ['here', 'there'].map(
      (branchId) => ({ by: 'branch', enterprise: 'E-moved', branchId }) as const,
    );
    const idsIn = async (list: ViolationList) => {
      const found = await store().page(store().partitionsOf(list)[0]!, undefined, 9);
      return found.map(({ violation }) => violation.id);
    };
    await write({ violation: aViolation('moved', { enterprise: 'E-moved', branchId: 'here' }) });
    expect([await idsIn(here!), await idsIn(there!)]).toEqual([['moved'], []]);
    await write({ violation: aViolation('moved', { enterprise: 'E-moved', branchId: 'there' }) });
    expect([await idsIn(here!), await idsIn(there!)]).toEqual([[], ['moved']]);
  });
};
