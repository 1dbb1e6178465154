import { kinds } from '../../events/records/kinds.generated.ts';
// The one function that knows the routes: it publishes them. The table imports nothing but a type.
import { routes } from '../../infra/cloud/routes.ts';
import { endpoint } from '../edge/endpoint.ts';
import { openApi } from './openapi.ts';

const document = JSON.stringify(openApi(routes, kinds));

export const handler = endpoint(
  async () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: document }),
  { who: 'public' },
);
