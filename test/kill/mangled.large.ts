import { it } from 'vitest';
import { groups, large } from '../bin/mangled-files.ts';
import { expectAllNamed } from '../mangled-sent.ts';

// Every mangled file through the service; some of each class are sent by each run of the tests.

it.each(groups)(
  '%s ends audited or refused by name, and checks are answered all the while',
  // No byte at all is refused before it is sent.
  (_, mangled) => expectAllNamed(mangled.filter(({ name }) => name !== 'no byte')),
  3_600_000,
);

it.each(large)(
  '$name ends audited or refused by name, and checks are answered all the while',
  (one) => expectAllNamed([one]),
  3_600_000,
);
