import type { MutantResult } from '@stryker-mutator/api/core';

/** A change of code, and whether a test notices. */
export type CodeMutant = {
  readonly file: string;
  readonly lineNumber: number;
  readonly line: string;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  readonly isKilled: boolean;
};

const onOneLine = (code: string): string => code.replace(/\s+/g, ' ').trim();

/** What stands between two places of a text; lines and columns count from 1. */
const between = (lines: readonly string[], { start, end }: MutantResult['location']): string =>
  lines
    .slice(start.line - 1, end.line)
    .map((line, at) =>
      line.slice(at === 0 ? start.column - 1 : 0, at === end.line - start.line ? end.column - 1 : undefined),
    )
    .join(' ');

/** A mutant as Stryker left it; a test that does not end, or cannot load the changed file, has noticed it too. */
export const codeMutantOf = (
  { fileName, location, mutatorName, replacement, status }: MutantResult,
  file: string,
  source: string,
): CodeMutant => {
  if (!['Killed', 'Timeout', 'RuntimeError', 'Survived', 'NoCoverage'].includes(status)) {
    throw new Error(`${fileName}: a mutant came out as ${status}`);
  }
  const lines = source.split('\n');
  return {
    file,
    lineNumber: location.start.line,
    line: lines[location.start.line - 1]!.trim(),
    mutator: mutatorName,
    original: onOneLine(between(lines, location)),
    replacement: onOneLine(replacement),
    isKilled: status !== 'Survived' && status !== 'NoCoverage',
  };
};
