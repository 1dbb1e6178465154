import { isResidentId, residentIdFault } from './resident-id.ts';
import { isUscc, usccFault } from './uscc.ts';
import type { Why } from './why.ts';

/** Why it is no number of a document, whoever holds it: a person, or a unit known by its credit code. */
export const documentNumberFault = (value: string): Why | undefined => {
  // Most are of residents. No document number is written in small letters.
  if (isResidentId(value) && value[17] !== 'x') return undefined;
  if (!/^[0-9A-Z()（）]{4,32}$/.test(value)) {
    return {
      code: 'DOCUMENT_NUMBER_FORM',
      cause: { zh: '证件号码应为 4 至 32 位字母或数字。', en: 'A document number has 4 to 32 letters or digits.' },
      fix: { zh: '按证件原件核对后重填。', en: 'Compare it with the document.' },
    };
  }
  if (/^\d{15}$/.test(value)) return residentIdFault(value);
  // Eighteen characters are a resident number or a credit code; whoever is neither mistyped one of them.
  if (value.length !== 18 || isUscc(value)) return undefined;
  return /^\d{17}[\dX]$/.test(value) ? residentIdFault(value) : usccFault(value);
};
