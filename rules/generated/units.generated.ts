// Written by `npm run rules -- build`. Not to be edited.
import { unit as accountApplication } from './account-application.generated.ts';
import { unit as accountInfoReport } from './account-info-report.generated.ts';
import { unit as accountStatus } from './account-status.generated.ts';
import { unit as agentAgreement } from './agent-agreement.generated.ts';
import { unit as appDistribution } from './app-distribution.generated.ts';
import { unit as appFiling } from './app-filing.generated.ts';
import { unit as bankAccount } from './bank-account.generated.ts';
import { unit as callTraffic } from './call-traffic.generated.ts';
import { unit as callTrafficIntl } from './call-traffic-intl.generated.ts';
import { unit as callTrafficMonth } from './call-traffic.month.generated.ts';
import { unit as cardApplication } from './card-application.generated.ts';
import { unit as cardReverification } from './card-reverification.generated.ts';
import { unit as clueTransfer } from './clue-transfer.generated.ts';
import { unit as corporateAccount } from './corporate-account.generated.ts';
import { unit as customerDueDiligence } from './customer-due-diligence.generated.ts';
import { unit as dataUse } from './data-use.generated.ts';
import { unit as deviceDetection } from './device-detection.generated.ts';
import { unit as disposalAction } from './disposal-action.generated.ts';
import { unit as disposalAppeal } from './disposal-appeal.generated.ts';
import { unit as domainService } from './domain-service.generated.ts';
import { unit as evidenceRequest } from './evidence-request.generated.ts';
import { unit as fraudApp } from './fraud-app.generated.ts';
import { unit as freezeRequest } from './freeze-request.generated.ts';
import { unit as holdingsQuery } from './holdings-query.generated.ts';
import { unit as inspectionResponse } from './inspection-response.generated.ts';
import { unit as internalControl } from './internal-control.generated.ts';
import { unit as internalControlYear } from './internal-control.year.generated.ts';
import { unit as internetAccount } from './internet-account.generated.ts';
import { unit as internetAccountRisk } from './internet-account-risk.generated.ts';
import { unit as iotCard } from './iot-card.generated.ts';
import { unit as iotResale } from './iot-resale.generated.ts';
import { unit as iotSale } from './iot-sale.generated.ts';
import { unit as iotUsage } from './iot-usage.generated.ts';
import { unit as landline } from './landline.generated.ts';
import { unit as landlineUsage } from './landline-usage.generated.ts';
import { unit as landlineQuarter } from './landline.quarter.generated.ts';
import { unit as lineLease } from './line-lease.generated.ts';
import { unit as linkedAccountCheck } from './linked-account-check.generated.ts';
import { unit as linkedAccountCheckMonth } from './linked-account-check.month.generated.ts';
import { unit as monitoringModel } from './monitoring-model.generated.ts';
import { unit as monitoringModelQuarter } from './monitoring-model.quarter.generated.ts';
import { unit as newBusinessAssessment } from './new-business-assessment.generated.ts';
import { unit as paymentAccount } from './payment-account.generated.ts';
import { unit as paymentMessage } from './payment-message.generated.ts';
import { unit as paymentMessageMonth } from './payment-message.month.generated.ts';
import { unit as phoneCard } from './phone-card.generated.ts';
import { unit as publicityEvent } from './publicity-event.generated.ts';
import { unit as publicityEventQuarter } from './publicity-event.quarter.generated.ts';
import { unit as publicityEventYear } from './publicity-event.year.generated.ts';
import { unit as retentionPolicy } from './retention-policy.generated.ts';
import { unit as riskCard } from './risk-card.generated.ts';
import { unit as riskInfoSharing } from './risk-info-sharing.generated.ts';
import { unit as riskModelRun } from './risk-model-run.generated.ts';
import { unit as riskModelRunMonth } from './risk-model-run.month.generated.ts';
import { unit as sanctionedSubjectCheck } from './sanctioned-subject-check.generated.ts';
import { unit as stopPaymentRequest } from './stop-payment-request.generated.ts';
import { unit as supportServiceRisk } from './support-service-risk.generated.ts';
import { unit as supportServiceRiskQuarter } from './support-service-risk.quarter.generated.ts';
import { unit as suspiciousTransactionReport } from './suspicious-transaction-report.generated.ts';
import { unit as techniqueAlert } from './technique-alert.generated.ts';
import { unit as tipReport } from './tip-report.generated.ts';
import { unit as training } from './training.generated.ts';
import { unit as trainingYear } from './training.year.generated.ts';
import { unit as transactionAlert } from './transaction-alert.generated.ts';
import { unit as transactionAlertMonth } from './transaction-alert.month.generated.ts';
import { unit as transfer } from './transfer.generated.ts';
import { unit as userReminder } from './user-reminder.generated.ts';
import { unit as userReminderQuarter } from './user-reminder.quarter.generated.ts';
import { unit as violationLead } from './violation-lead.generated.ts';
import { unit as warningDissuasion } from './warning-dissuasion.generated.ts';
import type { Unit } from '../engine/unit.ts';

/** The generated code of every record kind that has rules, and of every period of one. */
export const units: Readonly<Record<string, Unit>> = {
  "account-application": accountApplication,
  "account-info-report": accountInfoReport,
  "account-status": accountStatus,
  "agent-agreement": agentAgreement,
  "app-distribution": appDistribution,
  "app-filing": appFiling,
  "bank-account": bankAccount,
  "call-traffic": callTraffic,
  "call-traffic-intl": callTrafficIntl,
  "call-traffic.month": callTrafficMonth,
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
  "internal-control.year": internalControlYear,
  "internet-account": internetAccount,
  "internet-account-risk": internetAccountRisk,
  "iot-card": iotCard,
  "iot-resale": iotResale,
  "iot-sale": iotSale,
  "iot-usage": iotUsage,
  "landline": landline,
  "landline-usage": landlineUsage,
  "landline.quarter": landlineQuarter,
  "line-lease": lineLease,
  "linked-account-check": linkedAccountCheck,
  "linked-account-check.month": linkedAccountCheckMonth,
  "monitoring-model": monitoringModel,
  "monitoring-model.quarter": monitoringModelQuarter,
  "new-business-assessment": newBusinessAssessment,
  "payment-account": paymentAccount,
  "payment-message": paymentMessage,
  "payment-message.month": paymentMessageMonth,
  "phone-card": phoneCard,
  "publicity-event": publicityEvent,
  "publicity-event.quarter": publicityEventQuarter,
  "publicity-event.year": publicityEventYear,
  "retention-policy": retentionPolicy,
  "risk-card": riskCard,
  "risk-info-sharing": riskInfoSharing,
  "risk-model-run": riskModelRun,
  "risk-model-run.month": riskModelRunMonth,
  "sanctioned-subject-check": sanctionedSubjectCheck,
  "stop-payment-request": stopPaymentRequest,
  "support-service-risk": supportServiceRisk,
  "support-service-risk.quarter": supportServiceRiskQuarter,
  "suspicious-transaction-report": suspiciousTransactionReport,
  "technique-alert": techniqueAlert,
  "tip-report": tipReport,
  "training": training,
  "training.year": trainingYear,
  "transaction-alert": transactionAlert,
  "transaction-alert.month": transactionAlertMonth,
  "transfer": transfer,
  "user-reminder": userReminder,
  "user-reminder.quarter": userReminderQuarter,
  "violation-lead": violationLead,
  "warning-dissuasion": warningDissuasion,
};
