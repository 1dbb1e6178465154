import { basename, dirname, join, relative } from 'node:path';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, type TestRunner, TestStatus } from '@stryker-mutator/api/test-runner';
import { switchOn } from './switch-on.ts';

// Facts and contracts have thousands of mutants, and each wants only the fixtures of its own kind, which take milliseconds.
// A test framework started for each would take a hundred times as long as the fixtures: so they are tried within one process.

type Bench = typeof import('./kind-on-bench.ts') & typeof import('./faults-of-kind.ts');

/** The kind that a file of facts or a contract belongs to, and whether it is of its periods. */
const kindOf = (file: string): { readonly kind: string; readonly isPeriod: boolean } => {
  if (basename(file) === 'contract.ts') return { kind: basename(dirname(file)), isPeriod: false };
  const [kind, period] = basename(file, '.ts').split('.');
  return { kind: kind!, isPeriod: period === 'period' };
};

const kindsRunner = (): TestRunner => {
  // Stryker starts a runner in the folder that holds the changed code.
  const root = process.cwd();
  let bench: Bench;

  const firstFault = async (of: ReturnType<typeof kindOf>, fresh: string): Promise<string | undefined> => {
    try {
      const { kind, isPeriod } = of;
      const onBench = await bench.kindOnBench(root, kind, { isPeriod, fresh });
      return bench.faultsOfKind(onBench).next().value as string | undefined;
    } catch (error) {
      return String(error);
    }
  };

  return {
    capabilities: () => ({ reloadEnvironment: true }),
    init: async () => {
      bench = {
        ...(await import(join(root, 'test/mutate/kind-on-bench.ts'))),
        ...(await import(join(root, 'test/mutate/faults-of-kind.ts'))),
      };
    },
    dryRun: async ({ files = [] }) => {
      const tests = [];
      for (const file of files) {
        const began = performance.now();
        const id = relative(root, file);
        const failureMessage = await firstFault(kindOf(file), '');
        const told = { id, name: id, timeSpentMs: performance.now() - began };
        tests.push(
          failureMessage === undefined
            ? { ...told, status: TestStatus.Success as const }
            : { ...told, status: TestStatus.Failed as const, failureMessage },
        );
      }
      return { status: DryRunStatus.Complete, tests };
    },
    mutantRun: async ({ activeMutant: { id }, sandboxFileName: file }) => {
      switchOn(id);
      const failureMessage = await firstFault(kindOf(file), `?mutant=${id}`);
      switchOn(undefined);
      return failureMessage === undefined
        ? { status: MutantRunStatus.Survived, nrOfTests: 1 }
        : { status: MutantRunStatus.Killed, nrOfTests: 1, killedBy: [relative(root, file)], failureMessage };
    },
  };
};
kindsRunner.inject = [] as const;

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'kinds', kindsRunner)];
