import type { Contract } from '../events/contract.ts';
import type { FileFault } from './rules-files.ts';

const isContract = (value: unknown): value is Contract => {
  const { kind, fields, naturalKey, lawDates } = (value ?? {}) as Partial<Contract>;
  return typeof kind === 'string' && typeof fields === 'object' && Array.isArray(naturalKey) && Array.isArray(lawDates);
};

/** What a kind's contract is called in its module, by which the generated lists import it. */
export const contractName = (kind: string): string =>
  kind.replace(/[-.@](.)/g, (_, letter: string) => letter.toUpperCase());

/** The one export of a kind's module that is a contract, under the kind's own name; a module may export others beside it. */
export const contractIn = (
  module: Readonly<Record<string, unknown>>,
  kind: string,
): { readonly contract: Contract } | { readonly fault: FileFault } => {
  const found = Object.entries(module).filter(([, value]) => isContract(value));
  const name = contractName(kind);
  const [own] = found;
  if (found.length === 1 && own![0] === name) return { contract: own![1] as Contract };
  const names = found.map(([one]) => one).join(', ');
  const fault = {
    file: `events/records/${kind}/contract.ts`,
    code: found.length === 0 ? 'NO_CONTRACT' : found.length > 1 ? 'SEVERAL_CONTRACTS' : 'CONTRACT_MISNAMED',
    pointer: '',
    ...(found.length > 0 && { found: names }),
    cause: {
      zh: found.length === 0 ? '该模块没有导出契约。' : `该模块导出的契约为 ${names}。`,
      en: found.length === 0 ? 'It exports no contract.' : `The contracts that it exports are ${names}.`,
    },
    fix: { zh: `只导出一个契约，名为 ${name}。`, en: `Export one contract, called ${name}.` },
  };
  return { fault };
};
