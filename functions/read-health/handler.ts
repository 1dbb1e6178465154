import { release } from '../../rules/generated/catalogue.generated.ts';
import { endpoint } from '../edge/endpoint.ts';

export const handler = endpoint(async () => ({ status: 200, body: { status: 'ok', release } }), {
  who: 'public',
});
