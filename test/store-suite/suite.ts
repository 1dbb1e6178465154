import { afterAll, beforeAll, describe } from 'vitest';
import { batchGet } from './batch-get.ts';
import { changes } from './changes.ts';
import { conditions } from './conditions.ts';
import { conflicts } from './conflicts.ts';
import { idempotency } from './idempotency.ts';
import { journal } from './journal.ts';
import { lists } from './lists.ts';
import { notices } from './notices.ts';
import type { Opened, Part } from './opened.ts';
import { overdueFilings } from './overdue-filings.ts';
import { paging } from './paging.ts';
import { registry } from './registry.ts';
import { shadowCounts } from './shadow-counts.ts';
import { stream } from './stream.ts';
import { submissions } from './submissions.ts';
import { subscriptions } from './subscriptions.ts';
import { tableMade } from './table-made.ts';
import { tallies } from './tallies.ts';
import { transactions } from './transactions.ts';
import { updates } from './updates.ts';
import { uploads } from './uploads.ts';
import { violations } from './violations.ts';

// Where the four differ. Nothing of ours rests on any of it, and nothing here tests it.
//
//   what                                       table of one machine   MiniStack 1.5   moto 5.2      DynamoDB
//   two transactions on one item at once       one after the other    the same        not kept      one is cancelled: conflicts.ts
//                                                                                     apart
//   a request token given twice                one change             one change      two changes   one change, for ten minutes
//   a transaction of more than 4 MB            ValidationException    the same        accepted      refused
//   a sum with a text in a transaction         a cancellation reason  the same        Validation-   a cancellation reason
//                                                                                     Exception
//   a batch get stops at                       1 MB and an item       never           16 MB         16 MB
//   a query’s page stops                       after 1 MB             before 1 MB     before 1 MB   at 1 MB
//   a page that ends where its list does       has a next position    has one         has none      may have one
//   a value that no expression names           ValidationException    the same        accepted      ValidationException
//   an index’s key of another type             ValidationException    the same        accepted      ValidationException
//   a number written 1.0                       is 1                   is 1            stays 1.0     is 1
//   what is past its expiresAt                 goes in a second       in a minute     stays         goes in a few days
//   a write that changes nothing               is not told            is not told     is told       is not told
//   a description names the table’s stream     no                     yes             yes           yes

const parts: Readonly<Record<string, Part>> = {
  'the table as made': tableMade,
  'conditional writes': conditions,
  transactions,
  conflicts,
  updates,
  'batch gets': batchGet,
  paging,
  stream,
  submissions,
  uploads,
  'changes of holdings, tracks and violations': changes,
  'months’ tallies': tallies,
  violations,
  'what a release in shadow would have said': shadowCounts,
  journal,
  'lists and their imports': lists,
  notices,
  subscriptions,
  'idempotency keys': idempotency,
  registry,
  'overdue filings': overdueFilings,
};

/**
 * Registers every test of our stores, and of what they rest on, over one DynamoDB. Each part opens a table of its own.
 * What holds here holds for every store that it runs over, and is said by DynamoDB's own documentation.
 */
export const storeSuite = (name: string, open: () => Promise<Opened>): void => {
  describe(name, () => {
    for (const [title, part] of Object.entries(parts)) {
      describe(title, () => {
        let opened: Opened;
        beforeAll(async () => {
          opened = await open();
        });
        afterAll(() => opened.close());
        part(() => opened);
      });
    }
  });
};
