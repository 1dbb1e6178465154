import { penaltyFiles } from '../generated/penalties.generated.ts';
import { ofKind } from './penalty-file.ts';

/** The penalty articles, in all versions. */
export const penalties = ofKind(penaltyFiles, 'penalty');
/** 行政处罚法 articles 32 and 33. */
export const grounds = ofKind(penaltyFiles, 'grounds');
/** 行政处罚法 article 63 and the authorities' thresholds. */
export const hearings = ofKind(penaltyFiles, 'hearing');
/** Article 31 paragraph 2 and its measures. */
export const jointPunishments = ofKind(penaltyFiles, 'joint-punishment');
