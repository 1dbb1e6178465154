import { afterAll, beforeAll, describe } from 'vitest';
import { batchGet } from './batch-get.ts';
import { changes } from './changes.ts';
import { conditions } from './conditions.ts';
import type { Can, Opened, Part } from './opened.ts';
import { paging } from './paging.ts';
import { submissions } from './submissions.ts';
import { transactions } from './transactions.ts';
import { updates } from './updates.ts';
import { violations } from './violations.ts';

const parts: Readonly<Record<string, Part>> = {
  conditions,
  transactions,
  updates,
  'batch gets': batchGet,
  paging,
  submissions,
  'changes of holdings, tracks and violations': changes,
  violations,
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
