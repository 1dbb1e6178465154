import type { AppDistribution } from '../../events/records/app-distribution/contract.ts';
import { civilDayOf, isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { either, isGiven } from './told.ts';

export const facts = factsOf<AppDistribution>()({
  /** Always known: that it was packaged or listed is what the record reports. */
  'app.isListed': {
    type: 'boolean',
    zh: '应用已封装或者上架',
    en: 'the app being packaged or listed',
    of: ({ record }) => (record.listedAt === undefined ? undefined : true),
  },

  /** Article 23, paragraph 2: registered and verified. Never verified (`null`) is not in time. */
  'developer.isVerifiedBeforeListing': {
    type: 'boolean',
    zh: '开发运营者身份核验先于上架',
    en: 'the developer being verified before listing',
    of: ({ record }) => isInTimeFor(record.developerVerifiedAt, record.listedAt),
  },

  /** Article 23, paragraph 2: function and purpose. `null`: never reviewed, known. */
  'review.isMade': {
    type: 'boolean',
    zh: '已核验功能用途',
    en: 'function and purpose being reviewed',
    of: ({ record }) => isGiven(record.functionReviewedAt),
  },

  /** Article 23, paragraph 2. Never reviewed (`null`) is not in time. */
  'review.isBeforeListing': {
    type: 'boolean',
    zh: '功能用途核验先于上架',
    en: 'the review of function and purpose coming before listing',
    of: ({ record }) => isInTimeFor(record.functionReviewedAt, record.listedAt),
  },

  /** What the app does is what was declared. Article 23, paragraph 2. */
  'review.purposeMatches': {
    type: 'boolean',
    zh: '实际功能用途与申报一致',
    en: 'the purpose found being the one declared',
    of: ({ record }) => record.observedPurposeMatches,
  },

  /**
   * The package reviewed is the one listed, or `required` says that it need not be. Source: none; the statute asks for a
   * review and does not speak of versions.
   */
  'review.isOfThisPackage': {
    type: 'boolean',
    zh: '所审即所上架的安装包',
    en: 'the package reviewed being the one listed',
    params: { required: 'boolean' },
    of: ({ record: { reviewedDigest, packageDigest } }, { required }) => {
      if (reviewedDigest === null) return either(required === false, false);
      const known = reviewedDigest !== undefined && packageDigest !== undefined;
      return either(required === false, known ? reviewedDigest === packageDigest : undefined);
    },
  },

  /** Reviewed again since its configuration was changed from afar. Never changed (`null`) needs no second review. */
  'review.coversRemoteChange': {
    type: 'boolean',
    zh: '远程配置变更后已复审',
    en: 'a review following the remote change',
    of: ({ record: { remoteConfigChangedAt: changed, rereviewedAt: again } }) => {
      if (changed === null) return true;
      if (changed === undefined || again === undefined) return undefined;
      return again !== null && isInTimeFor(changed, again);
    },
  },

  /** A filing or a licence, by its number. `null`: none, known. Article 23, paragraph 1. */
  'filing.isMade': {
    type: 'boolean',
    zh: '已办理许可或者备案',
    en: 'a licence or filing being there',
    of: ({ record }) => isGiven(record.filingNo),
  },

  /** Filed on the day of listing or before. Notice of 2023: what is not filed is not listed. */
  'filing.isBeforeListing': {
    type: 'boolean',
    zh: '备案先于上架',
    en: 'the filing coming before listing',
    of: ({ record }) => isInTimeFor(record.filedOn, civilDayOf(record.listedAt)),
  },

  /** Filed on that day or before. Notice of 2023 on the filing of apps. */
  'filing.isBy': {
    type: 'boolean',
    zh: '备案在存量应用期限内完成',
    en: 'the filing coming by the day set for apps already listed',
    params: { day: 'string' },
    of: ({ record }, { day }) => isInTimeFor(record.filedOn, day as string),
  },

  /** Taken down on that day or before. Notice of 2023 on the filing of apps. */
  'delisting.isBy': {
    type: 'boolean',
    zh: '在存量应用期限内下架',
    en: 'the app being taken down by the day set for apps already listed',
    params: { day: 'string' },
    of: ({ record }, { day }) => isInTimeFor(civilDayOf(record.delistedAt), day as string),
  },
});
