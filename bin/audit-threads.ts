import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { type Started, startThreads } from '../functions/judge-files/task-threads.ts';

/** So much is judged in one thread sooner than others have started. */
export const fewBytes = 8 * 1024 * 1024;
/** So many threads judge a run that is worth more than one. */
export const threadsAtMost = (): number => Math.min(availableParallelism(), 8);

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Whether an argument, as it is or behind its `KIND=`, is a file that is worth more than one thread. */
const isLong = (argument: string): boolean =>
  Math.max(bytesOf(argument), bytesOf(argument.slice(argument.indexOf('=') + 1))) > fewBytes;

/** What V8 gives to short-lived values of a thread that is begun after this, at once. */
const youngOfThreads = '--min-semi-space-size=8';
/** And to those of this one: no more than there is. What it hands on would make it grow to a hundred megabytes. */
const youngOfThis = '--semi-space-growth-factor=1';

/**
 * Threads for a call of the command that is sure to need them, started before anything else is loaded: they take as long
 * to load what they judge with as this thread does to prepare the files. Whoever gets them ends them.
 */
export const threadsAhead = (args: readonly string[]): Started | undefined => {
  if (!args.some(isLong)) return undefined;
  for (const flag of [youngOfThreads, youngOfThis]) setFlagsFromString(flag);
  return startThreads(threadsAtMost());
};
