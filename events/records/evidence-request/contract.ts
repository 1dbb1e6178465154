import { contract, type RecordOf } from '../../contract.ts';
import { flag, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { digestFault, digestForm } from '../../identifiers/digest.ts';

/** One demand of the police for evidence, and what the firm gave. Article 26(1). */
export const evidenceRequest = contract({
  kind: 'evidence-request',
  sectors: ['internet'],
  title: { zh: '调取证据协助', en: 'Support in collecting evidence' },
  naturalKey: ['recordId'],
  lawDates: ['receivedAt'],
  periodDate: 'receivedAt',
  fields: {
    recordId,
    receivedAt: instant({ zh: '收到时间', en: 'Received at', synonyms: ['接收时间', '收到调取文书时间'] }),
    requestId: words({ zh: '调取编号', en: 'Request', synonyms: ['协助编号', '调证编号'] }, 128),
    documentRef: orNone(
      words({ zh: '法律文书编号', en: 'Legal document', synonyms: ['文书编号', '文书号', '调取证据通知书编号'] }, 128),
    ),
    dueAt: orNone(instant({ zh: '文书要求时限', en: 'Due by the document', synonyms: ['要求完成时间', '时限'] })),
    deliveredAt: orNone(instant({ zh: '交付时间', en: 'Delivered at', synonyms: ['提供时间', '协助完成时间'] })),
    integrityDigest: orNone(
      identifier(
        { zh: '交付材料摘要', en: 'Digest of what was delivered', synonyms: ['完整性校验值', '材料哈希'] },
        digestForm,
        digestFault,
      ),
    ),
    refused: flag({ zh: '拒绝协助', en: 'Refused', synonyms: ['是否拒绝'] }),
    refusalReason: orNone(
      oneOf(
        {
          'no-valid-document': { zh: '文书无效', en: 'the document is not valid' },
          'beyond-document': { zh: '超出文书范围', en: 'beyond what the document covers' },
          'not-held': { zh: '不掌握所调取数据', en: 'the firm holds no such data' },
          other: { zh: '其他', en: 'other' },
        },
        { zh: '拒绝理由', en: 'Reason for refusing', synonyms: ['不予协助理由'] },
      ),
    ),
  },
});

export type EvidenceRequest = RecordOf<typeof evidenceRequest.fields>;
