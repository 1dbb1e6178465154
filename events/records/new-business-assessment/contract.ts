import { contract, type RecordOf } from '../../contract.ts';
import { instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/** One launch of a product, channel or feature, and how it was assessed for fraud before. Article 6, paragraph 5. */
export const newBusinessAssessment = contract({
  kind: 'new-business-assessment',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '新业务涉诈风险评估', en: 'New business assessed for fraud' },
  naturalKey: ['recordId'],
  lawDates: ['launchAt'],
  periodDate: 'launchAt',
  fields: {
    recordId,
    launchAt: instant({ zh: '上线时间', en: 'Launched at', synonyms: ['业务上线时间', '推出时间'] }),
    businessId: words({ zh: '业务编号', en: 'Business', synonyms: ['产品编号', '功能编号'] }, 128),
    novelty: oneOf(
      {
        new: { zh: '新业务', en: 'new business' },
        'material-change': { zh: '既有业务重大变更', en: 'material change of existing business' },
        'minor-change': { zh: '既有业务一般变更', en: 'minor change of existing business' },
      },
      { zh: '业务新旧', en: 'Novelty', synonyms: ['变更性质', '是否新业务'] },
    ),
    assessmentCompletedAt: orNone(
      instant({ zh: '评估完成时间', en: 'Assessment completed at', synonyms: ['评估时间', '评估签发时间'] }),
    ),
    conclusion: orNone(
      oneOf(
        {
          pass: { zh: '通过', en: 'passed' },
          'pass-with-measures': { zh: '落实措施后通过', en: 'passed with measures' },
          fail: { zh: '不通过', en: 'failed' },
        },
        { zh: '评估结论', en: 'Conclusion', synonyms: ['评估结果', '结论'] },
      ),
    ),
    mitigationDeployedAt: orNone(
      instant({ zh: '防范措施上线时间', en: 'Mitigation deployed at', synonyms: ['措施落实时间', '措施上线时间'] }),
    ),
  },
});

export type NewBusinessAssessment = RecordOf<typeof newBusinessAssessment.fields>;
