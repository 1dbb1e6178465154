import { contract, type RecordOf } from '../../contract.ts';
import { identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { msisdnFault } from '../../identifiers/cards-and-devices.ts';
import { networkAccountFault } from '../../identifiers/network-account.ts';

/** One number of a case or of fraud risk, the account registered with it, and what was done about it. Article 22(2). */
export const linkedAccountCheck = contract({
  kind: 'linked-account-check',
  sectors: ['internet'],
  title: { zh: '涉案涉诈号码关联账号核验', en: 'Accounts linked to a flagged phone number checked' },
  naturalKey: ['recordId'],
  lawDates: ['listReceivedAt'],
  periodDate: 'listReceivedAt',
  fields: {
    recordId,
    // A number that is on no list received has the time at which it became known.
    listReceivedAt: instant({
      zh: '名单收到时间',
      en: 'List received at',
      synonyms: ['收到名单时间', '名单接收时间', '号码获知时间'],
    }),
    listId: orNone(words({ zh: '名单编号', en: 'List', synonyms: ['名单批次', '通知编号', '来函编号'] }, 128)),
    phone: identifier(
      {
        zh: '涉案涉诈号码',
        en: 'Flagged phone number',
        synonyms: ['涉诈号码', '手机号码', '电话号码', '手机号', '号码'],
        personal: 'token',
      },
      { zh: '11 位移动号码或 13 位物联网号码', en: 'a mobile number of 11 digits or an IoT number of 13' },
      msisdnFault,
    ),
    accountId: orNone(
      identifier(
        { zh: '关联账号', en: 'Linked account', synonyms: ['账号标识', '账号', '账号ID'], personal: 'token' },
        { zh: '1 至 64 位字母、数字或 . _ @ + :', en: '1 to 64 letters, digits or . _ @ + :' },
        networkAccountFault,
      ),
    ),
    checkedAt: orNone(instant({ zh: '核验时间', en: 'Checked at', synonyms: ['关联账号核验时间', '核查时间'] })),
    measure: orNone(
      oneOf(
        {
          'correct-in-time': { zh: '限期改正', en: 'correction within a time limit' },
          limit: { zh: '限制功能', en: 'functions limited' },
          suspend: { zh: '暂停使用', en: 'use suspended' },
          close: { zh: '关闭账号', en: 'account closed' },
          'bar-reregistration': { zh: '禁止重新注册', en: 'registering again barred' },
          cleared: { zh: '排除风险', en: 'cleared' },
          'no-account': { zh: '无关联账号', en: 'no account' },
        },
        { zh: '核验处置结果', en: 'Outcome', synonyms: ['处置措施', '处置结果', '措施'] },
      ),
    ),
    clearedReason: orNone(
      words({ zh: '排除风险理由', en: 'Why it was cleared', synonyms: ['排除理由', '不处置理由'] }),
    ),
    measureAt: orNone(instant({ zh: '处置时间', en: 'Measure taken at', synonyms: ['措施时间'] })),
    feedbackAt: orNone(
      instant({ zh: '反馈时间', en: 'Authority answered at', synonyms: ['回复时间', '向主管部门反馈时间'] }),
    ),
    disposalId: orNone(words({ zh: '处置告知编号', en: 'Disposal notice', synonyms: ['告知书编号', '处置编号'] }, 128)),
  },
  looksUp: [{ list: 'fraud-numbers', field: 'phone' }],
});

export type LinkedAccountCheck = RecordOf<typeof linkedAccountCheck.fields>;
