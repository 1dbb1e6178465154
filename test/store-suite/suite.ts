import { afterAll, beforeAll, describe } from 'vitest';
import { batchGet } from './batch-get.ts';
import { changes } from './changes.ts';
import { conditions } from './conditions.ts';
import { conflicts } from './conflicts.ts';
import { idempotency } from './idempotency.ts';
import { journal } from './journal.ts';
import { notices } from './notices.ts';
import type { Can, Opened, Part } from './opened.ts';
import { overdueFilings } from './overdue-filings.ts';
import { paging } from './paging.ts';
import { registry } from './registry.ts';
import { stream } from './stream.ts';
import { submissions } from './submissions.ts';
import { subscriptions } from './subscriptions.ts';
import { tableMade } from './table-made.ts';
import { transactions } from './transactions.ts';
import { updates } from './updates.ts';
import { violations } from './violations.ts';

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
  'changes of holdings, tracks and violations': changes,
  violations,
  journal,
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
export const storeSuite = (name: string, open: () => Promise<Opened>, can: Can): void => {
  describe(name, () => {
    for (const [title, part] of Object.entries(parts)) {
      describe(title, () => {
        let opened: Opened;
        beforeAll(async () => {
          opened = await open();
        });
        afterAll(() => opened.close());
        part(() => opened, can);
      });
    }
  });
};
