// Written by `npm run rules -- build`. Not to be edited.
import { facts as accountApplication } from './account-application.ts';
import { facts as accountInfoReport } from './account-info-report.ts';
import { facts as accountStatus } from './account-status.ts';
import { facts as agentAgreement } from './agent-agreement.ts';
import { facts as appDistribution } from './app-distribution.ts';
import { facts as appFiling } from './app-filing.ts';
import { facts as bankAccount } from './bank-account.ts';
import { facts as callTraffic } from './call-traffic.ts';
import { facts as callTrafficIntl } from './call-traffic-intl.ts';
import { facts as callTrafficPeriod } from './call-traffic.period.ts';
import { facts as cardApplication } from './card-application.ts';
import { facts as cardReverification } from './card-reverification.ts';
import { facts as clueTransfer } from './clue-transfer.ts';
import { facts as corporateAccount } from './corporate-account.ts';
import { facts as customerDueDiligence } from './customer-due-diligence.ts';
import { facts as dataUse } from './data-use.ts';
import { facts as deviceDetection } from './device-detection.ts';
import { facts as disposalAction } from './disposal-action.ts';
import { facts as disposalAppeal } from './disposal-appeal.ts';
import { facts as domainService } from './domain-service.ts';
import { facts as evidenceRequest } from './evidence-request.ts';
import { facts as fraudApp } from './fraud-app.ts';
import { facts as freezeRequest } from './freeze-request.ts';
import { facts as holdingsQuery } from './holdings-query.ts';
import { facts as inspectionResponse } from './inspection-response.ts';
import { facts as internalControl } from './internal-control.ts';
import { facts as internalControlPeriod } from './internal-control.period.ts';
import { facts as internetAccount } from './internet-account.ts';
import { facts as internetAccountRisk } from './internet-account-risk.ts';
import { facts as iotCard } from './iot-card.ts';
import { facts as iotResale } from './iot-resale.ts';
import { facts as iotSale } from './iot-sale.ts';
import { facts as iotUsage } from './iot-usage.ts';
import { facts as landline } from './landline.ts';
import { facts as landlineUsage } from './landline-usage.ts';
import { facts as landlinePeriod } from './landline.period.ts';
import { facts as lineLease } from './line-lease.ts';
import { facts as linkedAccountCheck } from './linked-account-check.ts';
import { facts as linkedAccountCheckPeriod } from './linked-account-check.period.ts';
import { facts as monitoringModel } from './monitoring-model.ts';
import { facts as monitoringModelPeriod } from './monitoring-model.period.ts';
import { facts as newBusinessAssessment } from './new-business-assessment.ts';
import { facts as paymentAccount } from './payment-account.ts';
import { facts as paymentMessage } from './payment-message.ts';
import { facts as paymentMessagePeriod } from './payment-message.period.ts';
import { facts as phoneCard } from './phone-card.ts';
import { facts as publicityEvent } from './publicity-event.ts';
import { facts as publicityEventPeriod } from './publicity-event.period.ts';
import { facts as retentionPolicy } from './retention-policy.ts';
import { facts as riskCard } from './risk-card.ts';
import { facts as riskInfoSharing } from './risk-info-sharing.ts';
import { facts as riskModelRun } from './risk-model-run.ts';
import { facts as riskModelRunPeriod } from './risk-model-run.period.ts';
import { facts as sanctionedSubjectCheck } from './sanctioned-subject-check.ts';
import { facts as stopPaymentRequest } from './stop-payment-request.ts';
import { facts as supportServiceRisk } from './support-service-risk.ts';
import { facts as supportServiceRiskPeriod } from './support-service-risk.period.ts';
import { facts as suspiciousTransactionReport } from './suspicious-transaction-report.ts';
import { facts as techniqueAlert } from './technique-alert.ts';
import { facts as tipReport } from './tip-report.ts';
import { facts as training } from './training.ts';
import { facts as trainingPeriod } from './training.period.ts';
import { facts as transactionAlert } from './transaction-alert.ts';
import { facts as transactionAlertPeriod } from './transaction-alert.period.ts';
import { facts as transfer } from './transfer.ts';
import { facts as userReminder } from './user-reminder.ts';
import { facts as userReminderPeriod } from './user-reminder.period.ts';
import { facts as violationLead } from './violation-lead.ts';
import { facts as warningDissuasion } from './warning-dissuasion.ts';
import type { Facts } from './fact.ts';

/** The facts of every record kind, and of the periods of those that have any. */
export const factsByKind: Readonly<Record<string, Facts<never>>> = {
  "account-application": accountApplication,
  "account-info-report": accountInfoReport,
  "account-status": accountStatus,
  "agent-agreement": agentAgreement,
  "app-distribution": appDistribution,
  "app-filing": appFiling,
  "bank-account": bankAccount,
  "call-traffic": callTraffic,
  "call-traffic-intl": callTrafficIntl,
  "call-traffic.period": callTrafficPeriod,
  "card-application": cardApplication,
  "card-reverification": cardReverification,
  "clue-transfer": clueTransfer,
  "corporate-account": corporateAccount,
  "customer-due-diligence": customerDueDiligence,
  "data-use": dataUse,
  "device-detection": deviceDetection,
  "disposal-action": disposalAction,
  "disposal-appeal": disposalAppeal,
  "domain-service": domainService,
  "evidence-request": evidenceRequest,
  "fraud-app": fraudApp,
  "freeze-request": freezeRequest,
  "holdings-query": holdingsQuery,
  "inspection-response": inspectionResponse,
  "internal-control": internalControl,
  "internal-control.period": internalControlPeriod,
  "internet-account": internetAccount,
  "internet-account-risk": internetAccountRisk,
  "iot-card": iotCard,
  "iot-resale": iotResale,
  "iot-sale": iotSale,
  "iot-usage": iotUsage,
  "landline": landline,
  "landline-usage": landlineUsage,
  "landline.period": landlinePeriod,
  "line-lease": lineLease,
  "linked-account-check": linkedAccountCheck,
  "linked-account-check.period": linkedAccountCheckPeriod,
  "monitoring-model": monitoringModel,
  "monitoring-model.period": monitoringModelPeriod,
  "new-business-assessment": newBusinessAssessment,
  "payment-account": paymentAccount,
  "payment-message": paymentMessage,
  "payment-message.period": paymentMessagePeriod,
  "phone-card": phoneCard,
  "publicity-event": publicityEvent,
  "publicity-event.period": publicityEventPeriod,
  "retention-policy": retentionPolicy,
  "risk-card": riskCard,
  "risk-info-sharing": riskInfoSharing,
  "risk-model-run": riskModelRun,
  "risk-model-run.period": riskModelRunPeriod,
  "sanctioned-subject-check": sanctionedSubjectCheck,
  "stop-payment-request": stopPaymentRequest,
  "support-service-risk": supportServiceRisk,
  "support-service-risk.period": supportServiceRiskPeriod,
  "suspicious-transaction-report": suspiciousTransactionReport,
  "technique-alert": techniqueAlert,
  "tip-report": tipReport,
  "training": training,
  "training.period": trainingPeriod,
  "transaction-alert": transactionAlert,
  "transaction-alert.period": transactionAlertPeriod,
  "transfer": transfer,
  "user-reminder": userReminder,
  "user-reminder.period": userReminderPeriod,
  "violation-lead": violationLead,
  "warning-dissuasion": warningDissuasion,
};
