import { writeFileSync } from 'node:fs';
import { kinds } from '../../events/records/kinds.generated.ts';
import { promisesOf } from './promise.ts';

// node test/mutate/write-promises.ts: after a record kind has come or changed; the difference shows what was promised anew.

const promises = Object.fromEntries(Object.entries(kinds).map(([kind, contract]) => [kind, promisesOf(contract)]));
writeFileSync(new URL('contracts-promise.json', import.meta.url), `${JSON.stringify(promises, null, 2)}\n`);
