import { kinds } from '../../events/records/kinds.generated.ts';
import { endpoint } from '../edge/endpoint.ts';
import { pageOf } from '../edge/paging.ts';
import { listRecordKinds } from './list-record-kinds.ts';

const recordKinds = listRecordKinds(kinds);

export const handler = endpoint(async ({ query }) => ({ status: 200, body: pageOf(recordKinds, query) }), {
  who: ['enterprise', 'regulator', 'rule-author', 'auditor'],
  query: ['cursor', 'limit'],
});
