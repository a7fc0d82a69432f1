/**
 * How Entra ID Protection comes to hold somebody to be at risk: its own detections and those of Cloud Apps begin it, and
 * whatever else shows the account as compromised raises it.
 * https://learn.microsoft.com/entra/id-protection/concept-identity-protection-risks
 */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import type { AccountRisk } from '@/mocks/store/records/account-record';

type Level = AccountRisk['level'];
const levels: readonly Level[] = ['none', 'low', 'medium', 'high'];

const levelOf = ({ severity }: GraphAlert): Level =>
  severity === 'high' || severity === 'medium' || severity === 'low' ? severity : 'low';

const begins = ({ serviceSource }: GraphAlert): boolean =>
  serviceSource === 'azureAdIdentityProtection' || serviceSource === 'microsoftDefenderForCloudApps';

/** The users an alert says something about, by object id: the compromised ones, and any that Entra itself names. */
export function usersInDanger(alert: GraphAlert): string[] {
  const entra = alert.serviceSource === 'azureAdIdentityProtection';
  return [
    ...new Set(
      (alert.evidence ?? []).flatMap((one) => {
        if (one['@odata.type'] !== '#microsoft.graph.security.userEvidence') return [];
        const hit = entra || one.roles?.includes('compromised');
        return hit && one.userAccount?.azureAdUserId ? [one.userAccount.azureAdUserId] : [];
      }),
    ),
  ];
}

/** First match counts; the names are those of `riskEventType`. */
const eventTypes: readonly [RegExp, readonly string[]][] = [
  [/spray/i, ['passwordSpray']],
  [/travel/i, ['mcasImpossibleTravel']],
  [/country/i, ['newCountry']],
  [/sign-in/i, ['unfamiliarFeatures', 'anonymizedIPAddress']],
];

/** The risk after an alert; undefined when the alert changes nothing. */
export function raisedRisk(current: AccountRisk | undefined, alert: GraphAlert, at: string): AccountRisk | undefined {
  const atRisk = current?.state === 'atRisk' || current?.state === 'confirmedCompromised';
  if (!atRisk && !begins(alert)) return undefined;
  if (current?.state === 'confirmedCompromised') return undefined;
  const level = levelOf(alert);
  const known = atRisk ? current.level : 'none';
  if (levels.indexOf(level) <= levels.indexOf(known)) return undefined;
  const types = begins(alert)
    ? (eventTypes.find(([pattern]) => pattern.test(alert.title ?? ''))?.[1] ?? ['generic'])
    : [];
  return { level, state: 'atRisk', detail: 'none', eventTypes: types, initiatedBy: null, at };
}
