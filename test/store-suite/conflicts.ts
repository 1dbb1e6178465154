import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import type { Manifest } from '../../events/manifest.ts';
import { deliveriesStore } from '../../functions/store/deliveries.ts';
import { journalPut } from '../../functions/store/journal.ts';
import { submissionsStore } from '../../functions/store/submissions.ts';
import { transact } from '../../functions/store/transact.ts';
import { violationsStore } from '../../functions/store/violations.ts';
import { aManifest, anEntry } from './examples.ts';
import { ifNew, itemsOf, key, number } from './items.ts';
import type { Part } from './opened.ts';

// DynamoDB cancels a transaction that meets another on the same item: TransactionConflict, whatever the conditions say.
// None of the stores here ever does, so the answer is put before them.

/** What happens where two transactions meet on one item. */
export const conflicts: Part = (at) => {
  const { get, aPut } = itemsOf(at);

  /** A client whose first transactions end so; everything else goes to the table. */
  const answering = (...codes: readonly string[]) => {
    const left = [...codes];
    const { db } = at();
    const send = (command: TransactWriteItemsCommand) => {
      const code = command instanceof TransactWriteItemsCommand ? left.shift() : undefined;
      if (code === undefined) return db.send(command);
      const CancellationReasons = [{ Code: 'None' }, { Code: code }];
      return Promise.reject(new TransactionCanceledException({ message: code, CancellationReasons, $metadata: {} }));
    };
    return { db: Object.assign(Object.create(db), { send }) as DynamoDBClient, left };
  };

  it('a transaction that met another’s is sent again', async () => {
    const { db, left } = answering('TransactionConflict', 'ThrottlingError', 'TransactionConflict');
    await transact(db, [aPut({ ...key('again'), n: number(1) }, ifNew)]);
    expect(left).toEqual([]);
    expect(await get(key('again'))).toEqual({ ...key('again'), n: number(1) });
  });

  it('a condition that failed is told as that, also after a conflict', async () => {
    await transact(at().db, [aPut(key('stands'))]);
    const refused = transact(answering('TransactionConflict').db, [aPut(key('stands'), ifNew)]);
    await expect(refused).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  });

  it('what is no condition never looks like one', async () => {
    const broken = transact(answering('ValidationError').db, [aPut(key('broken'))]);
    await expect(broken).rejects.toThrow('a transaction was cancelled 1 times, but by no condition: ValidationError');
    await expect(broken).rejects.toMatchObject({ name: 'Error' });
    const always = transact(answering(...Array(12).fill('TransactionConflict')).db, [aPut(key('broken'))]);
    await expect(always).rejects.toThrow('cancelled 12 times');
    expect(await get(key('broken'))).toBeUndefined();
  });

  it('a submission is committed though its commit met another’s write', async () => {
    const manifest = aManifest('met');
    const told = (type: 'submission.recording' | 'submission.audited') =>
      journalPut(at().table, anEntry('met', { id: type, type }));
    const { db } = answering('TransactionConflict', 'TransactionConflict', 'TransactionConflict');
    const store = submissionsStore(db, at().table);
    await store.begin(manifest, {}, told('submission.recording'));
    const audited: Manifest = { ...manifest, view: { ...manifest.view, status: 'audited' } };
    await store.commit(audited, told('submission.audited'));
    expect(await store.manifest('met')).toEqual(audited);
  });

  it('one write that meets a transaction is left out where that is safe: settling, and taking a lease', async () => {
    const met = new TransactionConflictException({ message: 'conflict', $metadata: {} });
    const db = { send: () => Promise.reject(met) } as unknown as DynamoDBClient;
    await violationsStore(db, at().table).settle(['v'], 's');
    const { lease } = deliveriesStore(db, at().table, () => new Date());
    expect(await lease({ authority: 'a', id: '1' })).toBeUndefined();
  });
};
