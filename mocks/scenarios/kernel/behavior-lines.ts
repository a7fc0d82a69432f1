/**
 * A behaviour: something unusual that Defender for Cloud Apps noted, whether or not an alert came of it.
 * https://learn.microsoft.com/defender-xdr/advanced-hunting-behaviorinfo-table
 */
import { guidOf } from '@/lib/base/random';
import type { LogRow } from '@/mocks/company/log-row';
import type { Person } from '@/mocks/company/people';
import type { CloudApp } from '@/mocks/company/telemetry/cloud';
import { accountOf } from '@/mocks/company/telemetry/device';
import type { Line } from '@/mocks/scenarios/kernel/rows';

export type Behavior = {
  readonly at: number;
  readonly startAt: number;
  readonly endAt: number;
  readonly actionType: 'ImpossibleTravelActivity' | 'ActivityFromInfrequentCountry' | 'MassDownload';
  readonly description: string;
  /** A tactic as the table spells it, `Initial access`. */
  readonly category: string;
  readonly techniques: readonly string[];
  readonly person: Person;
  readonly app: CloudApp;
  readonly ips: readonly string[];
};

export function behaviorLines(behavior: Behavior): Line[] {
  const { at, startAt, endAt, actionType, description, category, techniques, person, app, ips } = behavior;
  const { accountName, domain, sid, objectId, upn } = accountOf(person);
  const common = {
    Timestamp: at,
    BehaviorId: guidOf(`behavior/${actionType}/${upn}/${at}`),
    ActionType: actionType,
    Categories: JSON.stringify([category]),
    ServiceSource: 'Microsoft Cloud App Security',
    DetectionSource: 'Microsoft Cloud App Security',
    DataSources: JSON.stringify(['Microsoft 365']),
  };
  const entity = (row: LogRow): Line => ['BehaviorEntities', { ...common, ...row }];
  const account = {
    AccountName: accountName,
    AccountDomain: domain,
    AccountSid: sid,
    AccountObjectId: objectId,
    AccountUpn: upn,
  };
  return [
    [
      'BehaviorInfo',
      {
        ...common,
        Description: description,
        AttackTechniques: JSON.stringify(techniques),
        StartTime: startAt,
        EndTime: endAt,
        AccountUpn: upn,
        AccountObjectId: objectId,
      },
    ],
    entity({ EntityType: 'User', EntityRole: 'Impacted', DetailedEntityRole: 'Actor', ...account }),
    entity({
      EntityType: 'CloudApplication',
      EntityRole: 'Related',
      Application: app.name,
      ApplicationId: String(app.id),
    }),
    ...ips.map((ip) => entity({ EntityType: 'Ip', EntityRole: 'Related', RemoteIP: ip })),
  ];
}
