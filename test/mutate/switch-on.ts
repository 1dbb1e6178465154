/** Instrumented code asks here which of its mutants is on. */
export const switchOn = (mutant: string | undefined): void => {
  const holder = globalThis as { __stryker__?: { activeMutant?: string | undefined } };
  holder.__stryker__ ??= {};
  holder.__stryker__.activeMutant = mutant;
};
