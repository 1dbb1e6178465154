import type { FactValue } from '../rules/facts/fact.ts';

/** The facts of one kind by name; the account rank carries its class in the name. */
export type Named = Readonly<Record<string, FactValue>>;

type Kind = 'bank-account' | 'internet-account' | 'iot-usage' | 'phone-card' | 'user-reminder';

/** The rules written here, in the order of their verdicts: by kind, in catalogue order within each. The catalogue has more. */
export const writtenRules: readonly string[] = [
  'atfl.15.customer-identified',
  'atfl.16.account-class-1-limit',
  'atfl.16.account-class-2-limit',
  'atfl.16.account-class-3-limit',
  'atfl.21.service-realname',
  'atfl.12.iot-abnormal-use-disposed',
  'atfl.12.iot-abnormal-use-in-time',
  'atfl.12.iot-function-scenario-device-limit',
  'atfl.9.onsite-identity-match',
  'atfl.9.realname-registration',
  'atfl.10.card-count-limit',
  'atfl.11.flagged-card-reverification',
  'atfl.30.business-reminder',
  'atfl.30.two-card-warning-acknowledged',
  'atfl.30.two-card-warning',
];

const [violation, compliant, notApplicable] = [0, 2, 3];

const verdict = (inScope: boolean, isMet: boolean): number =>
  inScope ? (isMet ? compliant : violation) : notApplicable;

const classLimit = (a: Named, ofClass: string, limit: number): number =>
  verdict(
    a['customer.type'] === 'individual' &&
      a['account.class'] === ofClass &&
      (a['account.status'] === 'active' || a['account.status'] === 'suspended'),
    (a[`account.rankInClass ${ofClass}`] as number) <= limit,
  );

const isPhone = (kind: FactValue): boolean => kind === 'mobile' || kind === 'data-only' || kind === 'landline';

const isAbnormal = (u: Named): boolean =>
  (u['use.unboundDevices'] as number) > 0 ||
  (u['function.voiceIsEnabled'] === false && (u['use.voiceSeconds'] as number) > 0) ||
  (u['use.offListDestinations'] as number) > 0 ||
  (u['use.mbBeyondQuota'] as number) > 0;

const isOpening = (r: Named): boolean => {
  const product = r['product.type'];
  const event = r['event.type'];
  return (
    (product === 'phone-card' ||
      product === 'iot-card' ||
      product === 'landline' ||
      product === 'sms-port' ||
      product === 'line' ||
      product === 'bank-account' ||
      product === 'payment-account' ||
      product === 'internet-account') &&
    event !== 'transfer' &&
    event !== 'domain-register'
  );
};

/**
 * The duties in force on 2026-11-01 as somebody would write them who has only these to judge, on complete facts: one
 * verdict for each rule, in catalogue order within each kind, from `at` on.
 */
export const handWritten = (named: Readonly<Record<string, Named>>, out: Uint8Array, at: number): void => {
  const {
    'bank-account': a,
    'internet-account': i,
    'iot-usage': u,
    'phone-card': p,
    'user-reminder': r,
  } = named as {
    readonly [kind in Kind]: Named;
  };
  out[at] = verdict(
    a['account.isOpened'] === true,
    a['identification.isBeforeOpening'] === true &&
      a['identification.purposeIsRecorded'] === true &&
      ((a['customer.type'] !== 'enterprise' && a['customer.type'] !== 'merchant') ||
        ((a['beneficialOwners.count'] as number) >= 1 && a['beneficialOwners.areVerified'] === true)),
  );
  out[at + 1] = classLimit(a, 'I', 1);
  out[at + 2] = classLimit(a, 'II', 5);
  out[at + 3] = classLimit(a, 'III', 5);

  out[at + 4] = verdict(
    i['service.isActivated'] === true,
    (i['identity.method'] === 'id-document' ||
      i['identity.method'] === 'verified-phone' ||
      i['identity.method'] === 'unit-licence' ||
      i['identity.method'] === 'network-id') &&
      i['identity.isVerifiedBeforeActivation'] === true,
  );

  const abnormal = isAbnormal(u);
  const raised = u['alert.isRaised'] === true;
  const taken = u['disposal.isTaken'] === true;
  out[at + 5] = verdict(abnormal, raised && taken);
  out[at + 6] = verdict(abnormal && raised && taken, (u['disposal.hoursFromAlert'] as number) <= 24);
  out[at + 7] = verdict(
    u['use.isReported'] === true,
    u['card.isBoundToDevice'] === true &&
      u['scenario.isAsContracted'] === true &&
      (u['function.voiceIsEnabled'] === false || u['exception.isApproved'] === true) &&
      (u['function.smsIsEnabled'] === false || u['function.smsHasWhitelist'] === true) &&
      (u['function.accessIsDirected'] === true || u['endUser.isRegistered'] === true),
  );

  out[at + 8] = verdict(
    isPhone(p['card.kind']),
    p['identityMatch.isBeforeActivation'] === true &&
      (((p['activation.channel'] === 'outlet' || p['activation.channel'] === 'agent-outlet') &&
        p['identityMatch.facePassed'] === true) ||
        (p['activation.channel'] === 'online' && p['identityMatch.livenessPassed'] === true) ||
        p['identityMatch.alternativeIsAccepted'] === true),
  );
  out[at + 9] = verdict(
    isPhone(p['card.kind']),
    p['registration.isBeforeActivation'] === true &&
      p['registration.nameMatchesDocument'] === true &&
      p['registration.addressIsRecorded'] === true &&
      (p['registration.docCheckMethod'] === 'reader' || p['registration.docCheckMethod'] === 'network-check') &&
      (p['registration.isByProxy'] === false || p['proxy.isVerified'] === true),
  );
  out[at + 10] = verdict(
    p['subject.isIndividual'] === true &&
      (p['card.kind'] === 'mobile' || p['card.kind'] === 'data-only') &&
      (p['card.status'] === 'active' || p['card.status'] === 'suspended'),
    (p['card.rankAmongHeld'] as number) <= 5,
  );
  out[at + 11] = verdict(
    p['card.isFlagged'] === true,
    p['reverification.isReminded'] === true &&
      ((p['reverification.result'] === 'pass' && (p['reverification.hoursFromReminder'] as number) <= 24) ||
        p['card.isRestricted'] === true ||
        p['card.riskLevel'] !== 'high'),
  );

  const event = r['event.type'];
  out[at + 12] = verdict(
    event === 'card-opening' || event === 'account-opening' || event === 'transfer' || event === 'app-register',
    r['reminder.isShown'] === true && r['reminder.isBeforeCompletion'] === true,
  );
  const opening = isOpening(r);
  const warned = r['warning.isShown'] === true;
  out[at + 13] = verdict(opening && warned, r['warning.isAcknowledged'] === true);
  out[at + 14] = verdict(opening, warned);
};
