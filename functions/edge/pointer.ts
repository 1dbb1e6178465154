import { shown } from '../../events/field-faults.ts';

/** RFC 6901 pointer to a place in a body; what somebody named like a number of somebody is masked there too. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? String(step) : shown(String(step))))
    .map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
