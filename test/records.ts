import { idNumber } from './identities.ts';

let count = 0;

/** A phone card opened and registered as the law wants; vary one thing. */
export const aCard = (over: Readonly<Record<string, unknown>> = {}) => {
  count += 1;
  return {
    recordId: `card-${count}`,
    msisdn: `138${String(count).padStart(8, '0')}`,
    subjectType: 'individual',
    idType: 'id-card',
    subjectId: idNumber(count),
    docCheckMethod: 'reader',
    nameMatches: true,
    addressRecorded: true,
    onSitePhoto: true,
    byProxy: false,
    proxyVerified: null,
    channel: 'outlet',
    faceMatchPassed: true,
    cardKind: 'mobile',
    cardStatus: 'active',
    registeredAt: '2023-03-01T09:00:00+08:00',
    checkedAt: '2023-03-01T09:05:00+08:00',
    openedAt: '2023-03-01T09:10:00+08:00',
    activatedAt: '2023-03-01T09:10:00+08:00',
    flaggedAt: null,
    ...over,
  };
};

/** So many cards of one person, opened on successive days: the sixth is one too many. */
export const cards = (n: number, over: Readonly<Record<string, unknown>> = {}) => {
  count += 1;
  const subjectId = idNumber(100_000 + count);
  return Array.from({ length: n }, (_, day) => {
    const on = `2023-04-${String(day + 1).padStart(2, '0')}`;
    return aCard({
      subjectId,
      registeredAt: `${on}T09:00:00+08:00`,
      checkedAt: `${on}T09:05:00+08:00`,
      openedAt: `${on}T09:10:00+08:00`,
      activatedAt: `${on}T09:10:00+08:00`,
      ...over,
    });
  });
};
