/** The names of the lists that authorities keep. */
export const listNames = ['sanctioned-subjects', 'fraud-numbers', 'fraud-accounts', 'fraud-samples'] as const;
export type ListName = (typeof listNames)[number];
