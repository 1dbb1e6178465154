import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/**
 * One request of the police to freeze, to go on freezing, to unfreeze or to return funds, and what the institution did on
 * it. `recordId` is the number of the request. Articles 20 and 34; 银监发〔2016〕41号.
 */
export const freezeRequest = contract({
  kind: 'freeze-request',
  sectors: ['bank', 'payment'],
  title: { zh: '冻结、解冻与资金返还办理', en: 'Freezing, unfreezing and return of funds' },
  naturalKey: ['recordId'],
  lawDates: ['receivedAt'],
  periodDate: 'receivedAt',
  fields: {
    recordId,
    receivedAt: instant({ zh: '收到请求时间', en: 'Received at', synonyms: ['接收时间', '收到文书时间', '送达时间'] }),
    kind: oneOf(
      {
        freeze: { zh: '冻结', en: 'freeze' },
        extend: { zh: '续冻', en: 'go on freezing' },
        unfreeze: { zh: '解冻', en: 'unfreeze' },
        return: { zh: '资金返还', en: 'return' },
      },
      { zh: '请求类型', en: 'What is asked', synonyms: ['协助事项', '办理事项', '请求种类'] },
    ),
    documentRef: orNone(
      words({ zh: '法律文书编号', en: 'Legal document', synonyms: ['文书号', '法律文书', '文号'] }, 128),
    ),
    executedAt: orNone(instant({ zh: '办理完成时间', en: 'Executed at', synonyms: ['执行时间', '办结时间'] })),
    rejectReason: orNone(
      words({ zh: '未办理原因', en: 'Why it was not done', synonyms: ['拒绝原因', '退回原因'] }, 500),
    ),
    amountFen: count({ zh: '金额（分）', en: 'Amount (fen)', synonyms: ['冻结金额', '返还金额'], unit: 'fen' }),
    onSpotPossible: flag({
      zh: '可当场办理',
      en: 'Could be done on the spot',
      synonyms: ['是否可当场办理', '能否当场办理'],
    }),
    expiresOn: orNone(date({ zh: '冻结到期日', en: 'Freeze ends on', synonyms: ['冻结截止日期', '到期日期'] })),
    extended: flag({ zh: '到期前已续冻', en: 'Extended before its end', synonyms: ['是否续冻', '已续冻'] }),
    releasedAt: orNone(instant({ zh: '解除冻结时间', en: 'Released at', synonyms: ['解冻时间', '冻结解除时间'] })),
  },
});

export type FreezeRequest = RecordOf<typeof freezeRequest.fields>;
