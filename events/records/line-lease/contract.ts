import { contract, type RecordOf } from '../../contract.ts';
import { date, flag, oneOf, orNone, recordId, words } from '../../fields.ts';

/** One leased line, number or port in the operator's ledger, as it stood on a day. Articles 13 and 31, paragraph 1. */
export const lineLease = contract({
  kind: 'line-lease',
  sectors: ['telecom'],
  title: { zh: '线路与重点业务出租台账', en: 'Leased lines, numbers and ports' },
  naturalKey: ['recordId'],
  lawDates: ['checkedOn'],
  periodDate: 'checkedOn',
  fields: {
    recordId,
    checkedOn: date({ zh: '核查日期', en: 'Checked on', synonyms: ['检查日期', '自查日期'] }),
    lineId: words({ zh: '线路或端口编号', en: 'Line or port', synonyms: ['线路编号', '端口号', '业务编号'] }, 64),
    lineType: oneOf(
      {
        'voice-trunk': { zh: '语音专线', en: 'voice trunk' },
        '400': { zh: '400 号码', en: '400 number' },
        'one-number': { zh: '一号通', en: 'one-number service' },
        switchboard: { zh: '商务总机', en: 'switchboard' },
        'sms-port': { zh: '短信端口', en: 'SMS port' },
        data: { zh: '数据专线', en: 'data line' },
      },
      { zh: '业务类型', en: 'Type of line', synonyms: ['线路类型', '业务种类'] },
    ),
    lesseeType: oneOf(
      { unit: { zh: '单位', en: 'unit' }, individual: { zh: '个人', en: 'individual' } },
      { zh: '用户类型', en: 'Lessee type', synonyms: ['承租人类型', '客户类型'] },
    ),
    appliedVia: oneOf(
      {
        'own-outlet': { zh: '自有实体渠道', en: 'own outlet' },
        agent: { zh: '代理渠道', en: 'agent' },
        online: { zh: '网络渠道', en: 'online' },
      },
      { zh: '受理渠道', en: 'Applied via', synonyms: ['办理渠道', '渠道'] },
    ),
    declaredUse: words({ zh: '登记用途', en: 'Declared use', synonyms: ['申报用途', '使用用途'] }, 128),
    observedUse: orNone(words({ zh: '实际用途', en: 'Observed use', synonyms: ['核查用途', '实际使用用途'] }, 128)),
    callerAuthentication: orNone(
      flag({ zh: '已作主叫鉴权', en: 'Caller number authenticated', synonyms: ['主叫鉴权', '主叫号码鉴权'] }),
    ),
    subLeased: flag({ zh: '存在转租', en: 'Sub-let', synonyms: ['转租', '是否转租'] }),
    leasedOn: orNone(date({ zh: '开通日期', en: 'Leased on', synonyms: ['出租日期', '起租日期'] })),
    lastAuditOn: orNone(
      date({ zh: '最近核查日期', en: 'Last audited on', synonyms: ['最近检查日期', '最近一次核查'] }),
    ),
    endedOn: orNone(date({ zh: '关停日期', en: 'Ended on', synonyms: ['退租日期', '终止日期'] })),
  },
});

export type LineLease = RecordOf<typeof lineLease.fields>;
