// Written by `npm run rules -- build`. Not to be edited.
import { tally as callTraffic } from './call-traffic.period.ts';
import { tally as internalControl } from './internal-control.period.ts';
import { tally as landline } from './landline.period.ts';
import { tally as linkedAccountCheck } from './linked-account-check.period.ts';
import { tally as monitoringModel } from './monitoring-model.period.ts';
import { tally as paymentMessage } from './payment-message.period.ts';
import { tally as publicityEvent } from './publicity-event.period.ts';
import { tally as riskModelRun } from './risk-model-run.period.ts';
import { tally as supportServiceRisk } from './support-service-risk.period.ts';
import { tally as training } from './training.period.ts';
import { tally as transactionAlert } from './transaction-alert.period.ts';
import { tally as userReminder } from './user-reminder.period.ts';
import type { TallyOf } from './period.ts';

/** What is added up over the records of a kind, for the kinds that have rules per period. */
export const tallies: Readonly<Record<string, TallyOf>> = {
  "call-traffic": callTraffic,
  "internal-control": internalControl,
  "landline": landline,
  "linked-account-check": linkedAccountCheck,
  "monitoring-model": monitoringModel,
  "payment-message": paymentMessage,
  "publicity-event": publicityEvent,
  "risk-model-run": riskModelRun,
  "support-service-risk": supportServiceRisk,
  "training": training,
  "transaction-alert": transactionAlert,
  "user-reminder": userReminder,
};
