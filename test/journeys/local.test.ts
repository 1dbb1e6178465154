import { afterAll, beforeAll, expect, it } from 'vitest';
import { aService, type Service } from '../service.ts';
import { journeys } from './journeys.ts';
import { comparable } from './same.ts';
import { type World, worldAt } from './world.ts';

let service: Service;
let world: World;
beforeAll(async () => {
  service = await aService();
  world = worldAt(service.host);
});
afterAll(() => service.end());

for (const { name, go } of journeys) it(name, () => go(world));

it('what was told stays comparable: no time, token or id of this place is left in it', () => {
  expect(world.told.length).toBeGreaterThan(50);
  expect(JSON.stringify(comparable(world.told))).not.toMatch(/\dT\d\d:\d\d:\d\d\.\d{3}Z|k1:|\b[0-9a-f]{32}\b/);
});
