// What a field says before it is read. Absent (`undefined`) is silence; `null` is the answer "there is none". Every
// function here is true to later answers: once it says something, no field filled in afterwards makes it say otherwise.
type Told<T> = T | null | undefined;

/** Whether there is one: an empty text or list is none. Unknown while nobody said. */
export const isGiven = (told: Told<string | readonly string[]>): boolean | undefined =>
  told === undefined ? undefined : told !== null && told.length > 0;

/** Both, where either alone may already say no. */
export const both = (one: boolean | undefined, other: boolean | undefined): boolean | undefined => {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
};

/** Either, where either alone may already say yes. */
export const either = (one: boolean | undefined, other: boolean | undefined): boolean | undefined => {
  if (one === true || other === true) return true;
  return one === undefined || other === undefined ? undefined : false;
};

/** The opposite; unknown stays unknown. */
export const not = (one: boolean | undefined): boolean | undefined => (one === undefined ? undefined : !one);
