import { contract, type RecordOf } from '../../contract.ts';
import { count, date, instant, oneOf, orNone, recordId } from '../../fields.ts';

/** How long one class of records is kept, as attested on a day. Article 49, and the laws that set the periods. */
export const retentionPolicy = contract({
  kind: 'retention-policy',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '日志与资料留存', en: 'Retention of logs and files' },
  naturalKey: ['recordId'],
  lawDates: ['attestedOn'],
  periodDate: 'attestedOn',
  fields: {
    recordId,
    attestedOn: date({ zh: '核查日期', en: 'Attested on', synonyms: ['自查日期', '检查日期', '声明日期'] }),
    recordClass: oneOf(
      {
        'network-log': { zh: '网络日志', en: 'network logs' },
        'phone-realname': { zh: '电话用户实名资料', en: 'files of phone users’ identity' },
        'customer-identity': { zh: '客户身份资料', en: 'customer identity files' },
        transaction: { zh: '交易记录', en: 'transaction records' },
        'pi-handling': { zh: '个人信息处理记录', en: 'records of handling personal information' },
        'domain-log': { zh: '域名解析、跳转、转换日志', en: 'logs of resolution, redirects and conversion' },
      },
      { zh: '资料类别', en: 'Class of records', synonyms: ['类别', '日志类别', '资料类型'] },
    ),
    policyMonths: count({
      zh: '留存期限（月）',
      en: 'Kept for (months)',
      synonyms: ['留存月数', '保存期限', '留存期限'],
      unit: 'month',
    }),
    anchor: oneOf(
      {
        event: { zh: '事件发生', en: 'the event' },
        'service-end': { zh: '服务终止', en: 'the end of the service' },
        'relationship-end': { zh: '业务关系结束', en: 'the end of the relationship' },
        'transaction-end': { zh: '交易结束', en: 'the end of the transaction' },
      },
      { zh: '留存起算点', en: 'Counted from', synonyms: ['起算时间', '起算点'] },
    ),
    oldestAvailableAt: orNone(
      instant({ zh: '可调取的最早记录时间', en: 'Oldest record at hand', synonyms: ['最早记录时间', '最早可查时间'] }),
    ),
    deletedBeforeDue: count({
      zh: '提前删除条数',
      en: 'Deleted before due',
      synonyms: ['提前删除数', '未到期删除数'],
      unit: 'record',
    }),
  },
});

export type RetentionPolicy = RecordOf<typeof retentionPolicy.fields>;
