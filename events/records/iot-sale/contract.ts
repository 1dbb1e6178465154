import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** One batch of IoT cards sold to a customer, and how the customer's risk was assessed before. Article 12, paragraph 1. */
export const iotSale = contract({
  kind: 'iot-sale',
  sectors: ['telecom'],
  title: { zh: '物联网卡销售与用户风险评估', en: 'IoT cards sold, customer assessed' },
  naturalKey: ['recordId'],
  lawDates: ['soldAt'],
  periodDate: 'soldAt',
  fields: {
    recordId,
    soldAt: instant({ zh: '销售时间', en: 'Sold at', synonyms: ['发卡时间', '交付时间', '销售日期时间'] }),
    customerId: identifier(
      {
        zh: '客户证件号码',
        en: 'Customer document number',
        synonyms: ['统一社会信用代码', '客户证件号', '证件号码'],
        personal: 'token',
      },
      {
        zh: '单位为统一社会信用代码，个人为证件号码',
        en: 'the credit code of a unit, the document number of a person',
      },
      documentNumberFault,
    ),
    assessmentId: orNone(words({ zh: '风险评估编号', en: 'Assessment', synonyms: ['评估编号', '评估报告编号'] }, 128)),
    assessedAt: orNone(instant({ zh: '风险评估时间', en: 'Assessed at', synonyms: ['评估时间'] })),
    result: orNone(
      oneOf(
        { pass: { zh: '通过', en: 'passed' }, fail: { zh: '未通过', en: 'failed' } },
        { zh: '风险评估结果', en: 'Result of the assessment', synonyms: ['评估结果', '评估结论'] },
      ),
    ),
    validUntil: orNone(date({ zh: '评估有效期至', en: 'Valid until', synonyms: ['有效期', '评估有效期'] })),
    contractSignedAt: orNone(
      instant({ zh: '合同签订时间', en: 'Contract signed at', synonyms: ['签约时间', '合同时间'] }),
    ),
    firstBatch: flag({ zh: '合同首批', en: 'First batch of the contract', synonyms: ['首批', '是否首批'] }),
    cardCount: count({ zh: '卡数量', en: 'Cards', synonyms: ['销售数量', '数量', '张数'], unit: 'card' }),
    saleChannel: oneOf(
      {
        direct: { zh: '直接销售', en: 'direct' },
        agent: { zh: '代理销售', en: 'agent' },
        'online-shop': { zh: '网上商店', en: 'online shop' },
      },
      { zh: '销售渠道', en: 'Sales channel', synonyms: ['渠道'] },
    ),
  },
});

export type IotSale = RecordOf<typeof iotSale.fields>;
