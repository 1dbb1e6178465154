import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { DiskTooFull, wantRoom } from '../../bench/generated.ts';

it('a bench that would fill the disk says so, with how much it needs, before it writes anything', () => {
  expect(() => wantRoom(tmpdir(), 1)).not.toThrow();
  expect(() => wantRoom(tmpdir(), 2 ** 60)).toThrow(DiskTooFull);
  expect(() => wantRoom(tmpdir(), 2 ** 60)).toThrow(/needs 1152921504\.6 GB free and has \d+\.\d GB/);
});
