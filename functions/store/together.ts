type Waiting<Q, A> = {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Asks together what is asked within one turn of the event loop: one record's questions, and those of all records that
 * came in meanwhile, so that whoever waits in a queue makes it no longer. Nothing is remembered: every question is put
 * after it was asked. `ask` answers in the order of the questions, of which there are at most `most`.
 */
export const together = <Q, A>(
  ask: (questions: readonly Q[]) => Promise<readonly A[]>,
  most: number,
): ((question: Q) => Promise<A>) => {
  let waiting: Waiting<Q, A>[] = [];
  const askSome = (some: readonly Waiting<Q, A>[]): void => {
    ask(some.map(({ question }) => question)).then(
      (answers) => {
        for (const [n, { resolve }] of some.entries()) resolve(answers[n]!);
      },
      (error: unknown) => {
        for (const { reject } of some) reject(error);
      },
    );
  };
  const askAll = (): void => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += most) askSome(all.slice(from, from + most));
  };
  return (question) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(askAll);
      waiting.push({ question, resolve, reject });
    });
};
