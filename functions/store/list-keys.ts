import type { ListName } from '../../events/lists.ts';

/** Of the item that says how each authority's part of a list stands: imports move it, look-ups begin with it. */
export const partsKey = (list: ListName) => ({ pk: { S: `LIST#${list}` }, sk: { S: 'PARTS' } });
