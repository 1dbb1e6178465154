// Written by `npm run rules -- build`. Not to be edited.
import { agentAgreement } from './agent-agreement/contract.ts';
import { appDistribution } from './app-distribution/contract.ts';
import { appFiling } from './app-filing/contract.ts';
import { bankAccount } from './bank-account/contract.ts';
import { callTraffic } from './call-traffic/contract.ts';
import { cardApplication } from './card-application/contract.ts';
import { cardReverification } from './card-reverification/contract.ts';
import { clueTransfer } from './clue-transfer/contract.ts';
import { disposalAction } from './disposal-action/contract.ts';
import { disposalAppeal } from './disposal-appeal/contract.ts';
import { domainService } from './domain-service/contract.ts';
import { evidenceRequest } from './evidence-request/contract.ts';
import { fraudApp } from './fraud-app/contract.ts';
import { holdingsQuery } from './holdings-query/contract.ts';
import { internetAccount } from './internet-account/contract.ts';
import { internetAccountRisk } from './internet-account-risk/contract.ts';
import { iotCard } from './iot-card/contract.ts';
import { iotResale } from './iot-resale/contract.ts';
import { iotSale } from './iot-sale/contract.ts';
import { iotUsage } from './iot-usage/contract.ts';
import { lineLease } from './line-lease/contract.ts';
import { linkedAccountCheck } from './linked-account-check/contract.ts';
import { phoneCard } from './phone-card/contract.ts';
import { retentionPolicy } from './retention-policy/contract.ts';
import { riskCard } from './risk-card/contract.ts';
import { riskModelRun } from './risk-model-run/contract.ts';
import { sanctionedSubjectCheck } from './sanctioned-subject-check/contract.ts';
import { supportServiceRisk } from './support-service-risk/contract.ts';
import { tipReport } from './tip-report/contract.ts';
import { userReminder } from './user-reminder/contract.ts';
import type { Contract } from '../contract.ts';

/** Every record kind by its name. */
export const kinds: Readonly<Record<string, Contract>> = {
  "agent-agreement": agentAgreement as unknown as Contract,
  "app-distribution": appDistribution as unknown as Contract,
  "app-filing": appFiling as unknown as Contract,
  "bank-account": bankAccount as unknown as Contract,
  "call-traffic": callTraffic as unknown as Contract,
  "card-application": cardApplication as unknown as Contract,
  "card-reverification": cardReverification as unknown as Contract,
  "clue-transfer": clueTransfer as unknown as Contract,
  "disposal-action": disposalAction as unknown as Contract,
  "disposal-appeal": disposalAppeal as unknown as Contract,
  "domain-service": domainService as unknown as Contract,
  "evidence-request": evidenceRequest as unknown as Contract,
  "fraud-app": fraudApp as unknown as Contract,
  "holdings-query": holdingsQuery as unknown as Contract,
  "internet-account": internetAccount as unknown as Contract,
  "internet-account-risk": internetAccountRisk as unknown as Contract,
  "iot-card": iotCard as unknown as Contract,
  "iot-resale": iotResale as unknown as Contract,
  "iot-sale": iotSale as unknown as Contract,
  "iot-usage": iotUsage as unknown as Contract,
  "line-lease": lineLease as unknown as Contract,
  "linked-account-check": linkedAccountCheck as unknown as Contract,
  "phone-card": phoneCard as unknown as Contract,
  "retention-policy": retentionPolicy as unknown as Contract,
  "risk-card": riskCard as unknown as Contract,
  "risk-model-run": riskModelRun as unknown as Contract,
  "sanctioned-subject-check": sanctionedSubjectCheck as unknown as Contract,
  "support-service-risk": supportServiceRisk as unknown as Contract,
  "tip-report": tipReport as unknown as Contract,
  "user-reminder": userReminder as unknown as Contract,
};
