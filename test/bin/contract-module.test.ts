import { expect, it } from 'vitest';
import { contractIn } from '../../bin/contract-module.ts';
import * as module from '../../events/records/monitoring-model/contract.ts';

const { monitoringModel, productCodes } = module;
const told = (exported: Readonly<Record<string, unknown>>) => {
  const read = contractIn(exported, 'monitoring-model');
  return 'fault' in read ? [read.fault.file, read.fault.code, read.fault.found, read.fault.fix.en] : read.contract;
};
const file = 'events/records/monitoring-model/contract.ts';
const fix = 'Export one contract, called monitoringModel.';

it('whatever else a module exports, and in whatever order, its contract is the one that is one', () => {
  expect(told(module)).toBe(monitoringModel);
  expect(told({ allProducts: productCodes, aNumber: 1, monitoringModel, nothing: undefined })).toBe(monitoringModel);
});

it('a module without a contract, with two, or with one by another name is told by its file', () => {
  expect(told({ productCodes })).toEqual([file, 'NO_CONTRACT', undefined, fix]);
  expect(told({ former: monitoringModel, monitoringModel })).toEqual([
    ...[file, 'SEVERAL_CONTRACTS', 'former, monitoringModel', fix],
  ]);
  expect(told({ model: monitoringModel })).toEqual([file, 'CONTRACT_MISNAMED', 'model', fix]);
});
