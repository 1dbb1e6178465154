import { isDeepStrictEqual } from 'node:util';
import { normalise } from '../../events/normalise.ts';
import type { KindOnBench } from './kind-on-bench.ts';
import { promisesOf } from './promise.ts';

/** What is otherwise with a contract than it was promised to be, and than single records show it to be. */
export function* faultsOfContract({ kind, contract, promise, readings }: KindOnBench): Generator<string> {
  if (contract.kind !== kind) yield `the contract of ${kind} says that it is of ${contract.kind}`;
  const found = JSON.parse(JSON.stringify(promisesOf(contract)));
  if (!isDeepStrictEqual(found, promise)) {
    yield `${kind} is no longer as promised: if that is meant, run node test/mutate/write-promises.ts`;
  }
  for (const { name, record, faults } of readings) {
    const told = normalise(contract, [record]).faults;
    const said = told.filter(({ code }) => code !== 'MISSING_FIELD').map(({ code, column }) => `${code} ${column}`);
    if (!isDeepStrictEqual(said, faults)) yield `${name}: ${said.join(', ') || 'no fault'}`;
  }
}
