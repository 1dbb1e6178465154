import * as z from 'zod';
import { Grounds } from './ground.ts';
import { Hearing } from './hearing.ts';
import { JointPunishment } from './joint-punishment.ts';
import { Penalty } from './penalty.ts';

/** Any file of this folder. */
export const PenaltyFile = z.discriminatedUnion('kind', [Penalty, Grounds, Hearing, JointPunishment]);
export type PenaltyFile = z.infer<typeof PenaltyFile>;

type Kind = PenaltyFile['kind'];
/** Those of one kind, in the order given. */
export const ofKind = <K extends Kind>(files: readonly PenaltyFile[], kind: K) =>
  files.filter((file): file is Extract<PenaltyFile, { kind: K }> => file.kind === kind);
