import { contract, type RecordOf } from '../../contract.ts';
import { count, date, instant, orNone, recordId, words } from '../../fields.ts';

/** What one unit that resells devices with IoT cards returned to the operator for a period. Article 12, paragraph 2. */
export const iotResale = contract({
  kind: 'iot-resale',
  sectors: ['telecom'],
  title: { zh: '含卡设备再销售数据回传', en: 'Data returned on devices resold with IoT cards' },
  naturalKey: ['recordId'],
  lawDates: ['periodEnd'],
  periodDate: 'periodEnd',
  fields: {
    recordId,
    periodEnd: date({ zh: '统计截止日期', en: 'Period end', synonyms: ['截止日期', '期末日期', '统计期末'] }),
    unitUserId: words(
      { zh: '单位用户编号', en: 'Reselling unit', synonyms: ['单位用户', '再销售单位', '客户编号'] },
      64,
    ),
    purchased: count({ zh: '累计购卡数', en: 'Cards bought', synonyms: ['购卡数', '购买数量'], unit: 'card' }),
    sold: count({ zh: '累计销售数', en: 'Devices sold', synonyms: ['销量', '销售数量', '已销售'], unit: 'device' }),
    stock: count({ zh: '库存数', en: 'In stock', synonyms: ['存量', '库存'], unit: 'card' }),
    cancelled: count({ zh: '累计销卡数', en: 'Cancelled', synonyms: ['注销数', '销户数'], unit: 'card' }),
    endUsersRegistered: count({
      zh: '已登记买方的设备数',
      en: 'Devices whose buyer is registered',
      synonyms: ['实名登记数', '买方登记数', '已登记用户数'],
      unit: 'device',
    }),
    transmittedAt: orNone(instant({ zh: '数据回传时间', en: 'Data returned at', synonyms: ['回传时间', '报送时间'] })),
    dueAt: orNone(instant({ zh: '合同约定回传期限', en: 'Due at', synonyms: ['回传期限', '应报时间', '截止时间'] })),
  },
});

export type IotResale = RecordOf<typeof iotResale.fields>;
