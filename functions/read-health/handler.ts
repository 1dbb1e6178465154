import { catalogue } from '../../rules/engine/catalogue.ts';
import { endpoint } from '../edge/endpoint.ts';

export const handler = endpoint(async () => ({ status: 200, body: { status: 'ok', release: catalogue.release } }), {
  who: 'public',
});
