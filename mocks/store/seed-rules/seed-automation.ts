/** The automation rules and playbooks that the tenant starts with, the one of the commission (M115) first. */
import { guidOf } from '@/lib/base/random';
import type { SentinelAutomationRuleRequest } from '@/lib/wire/sentinel/automation-rule';
import { ruleIds } from '@/mocks/scenarios/kernel/rules';
import { alertRuleResourceId } from '@/mocks/store/faces/arm-ids';
import { playbookId } from '@/mocks/store/playbooks';
import type { PlaybookRecord } from '@/mocks/store/records/playbook-record';
import type { Store } from '@/mocks/store/store';
import { tenantFacts } from '@/mocks/store/tenant-facts';

const dayMs = 86_400_000;
type Fields = SentinelAutomationRuleRequest['properties'];

const socTier2 = {
  objectId: guidOf('contoso/group/soc-tier-2'),
  assignedTo: 'SOC Tier 2',
  email: 'soc-tier2@contoso.com',
  userPrincipalName: null,
  ownerType: 'Group' as const,
};

export const automationSeeds: readonly { name: string; fields: Fields }[] = [
  {
    name: guidOf('contoso/automation/account-compromise'),
    fields: {
      displayName: 'Auto-Respond to Account Compromise Incidents',
      order: 1,
      triggeringLogic: {
        isEnabled: true,
        triggersOn: 'Incidents',
        triggersWhen: 'Created',
        conditions: [
          {
            conditionType: 'Property',
            conditionProperties: { propertyName: 'IncidentSeverity', operator: 'Equals', propertyValues: ['High'] },
          },
          {
            conditionType: 'Property',
            conditionProperties: {
              propertyName: 'IncidentTactics',
              operator: 'Contains',
              propertyValues: ['InitialAccess', 'CredentialAccess'],
            },
          },
        ],
      },
      actions: [
        {
          order: 1,
          actionType: 'ModifyProperties',
          actionConfiguration: { severity: 'High', status: 'Active', owner: socTier2 },
        },
        {
          order: 2,
          actionType: 'RunPlaybook',
          actionConfiguration: {
            logicAppResourceId: playbookId('playbook-compromise-response'),
            tenantId: tenantFacts.tenantId,
          },
        },
      ],
    },
  },
  {
    name: guidOf('contoso/automation/lateral-azure'),
    fields: {
      displayName: 'Tasks for lateral movement in Azure',
      order: 2,
      triggeringLogic: {
        isEnabled: true,
        triggersOn: 'Incidents',
        triggersWhen: 'Updated',
        conditions: [
          {
            conditionType: 'PropertyArrayChanged',
            conditionProperties: { arrayType: 'Alerts', changeType: 'Added' },
          },
          {
            conditionType: 'Property',
            conditionProperties: {
              propertyName: 'IncidentRelatedAnalyticRuleIds',
              operator: 'Contains',
              propertyValues: [alertRuleResourceId(ruleIds.lateralAzure)],
            },
          },
        ],
      },
      actions: [
        {
          order: 1,
          actionType: 'AddIncidentTask',
          actionConfiguration: {
            title: 'Review what the account may do in Azure',
            description: 'Role assignments in every subscription, and who gave them.',
          },
        },
        {
          order: 2,
          actionType: 'ModifyProperties',
          actionConfiguration: { labels: [{ labelName: 'Azure', labelType: 'User' }] },
        },
      ],
    },
  },
  {
    name: guidOf('contoso/automation/isolate-credential-theft'),
    fields: {
      displayName: 'Isolate the device of a credential access attempt',
      order: 50,
      triggeringLogic: {
        // Tried out, and switched off until the team agrees on servers.
        isEnabled: false,
        triggersOn: 'Alerts',
        triggersWhen: 'Created',
        conditions: [
          {
            conditionType: 'Property',
            conditionProperties: {
              propertyName: 'AlertAnalyticRuleIds',
              operator: 'Contains',
              propertyValues: [alertRuleResourceId(ruleIds.credentialAccess)],
            },
          },
        ],
      },
      actions: [
        {
          order: 1,
          actionType: 'RunPlaybook',
          actionConfiguration: {
            logicAppResourceId: playbookId('playbook-isolate-device-alert'),
            tenantId: tenantFacts.tenantId,
          },
        },
      ],
    },
  },
  {
    name: guidOf('contoso/automation/maintenance'),
    fields: {
      displayName: 'Close logon noise of the December maintenance',
      order: 100,
      triggeringLogic: {
        isEnabled: true,
        // It has expired, and does nothing more.
        expirationTimeUtc: '2025-01-02T00:00:00Z',
        triggersOn: 'Incidents',
        triggersWhen: 'Created',
        conditions: [
          {
            conditionType: 'Property',
            conditionProperties: {
              propertyName: 'IncidentTitle',
              operator: 'StartsWith',
              propertyValues: ['Excessive failed logons'],
            },
          },
        ],
      },
      actions: [
        {
          order: 1,
          actionType: 'ModifyProperties',
          actionConfiguration: {
            status: 'Closed',
            classification: 'BenignPositive',
            classificationReason: 'SuspiciousButExpected',
            classificationComment: 'Maintenance of the backup accounts.',
          },
        },
      ],
    },
  },
];

type PlaybookSeed = Pick<PlaybookRecord, 'name' | 'description' | 'trigger' | 'steps' | 'durationMs' | 'enabled'>;

export const playbookSeeds: readonly PlaybookSeed[] = [
  {
    name: 'playbook-compromise-response',
    description: 'Tells the SOC, writes down the first steps and marks the incident.',
    trigger: 'incident',
    enabled: true,
    durationMs: 20_000,
    steps: [
      { does: 'tag', tag: 'Compromise response' },
      { does: 'task', title: 'Revoke the sessions of the user', description: 'And reset the password.' },
      { does: 'comment', text: 'playbook-compromise-response: the SOC was told; first steps are in the tasks.' },
    ],
  },
  {
    name: 'playbook-isolate-device',
    description: 'Isolates the devices that the incident names.',
    trigger: 'incident',
    enabled: true,
    durationMs: 30_000,
    steps: [
      { does: 'isolate' },
      { does: 'comment', text: 'playbook-isolate-device: isolation was ordered in Defender for Endpoint.' },
    ],
  },
  {
    name: 'playbook-isolate-device-alert',
    description: 'Isolates the device that the alert names.',
    trigger: 'alert',
    enabled: true,
    durationMs: 15_000,
    // When the alert is raised its incident isn't there yet, so there is nowhere to leave a comment.
    steps: [{ does: 'isolate' }],
  },
  {
    name: 'playbook-isolate-device-entity',
    description: 'Isolates the one device it is run on.',
    trigger: 'entity',
    enabled: true,
    durationMs: 15_000,
    // Run on an entity outside an incident there is nowhere to leave a comment.
    steps: [{ does: 'isolate' }],
  },
  {
    name: 'playbook-notify-owner',
    description: 'Switched off: wrote a mail to the owner of the resource.',
    trigger: 'incident',
    enabled: false,
    durationMs: 5_000,
    steps: [{ does: 'comment', text: 'playbook-notify-owner: the owner was told by mail.' }],
  },
];

export function seedAutomation(store: Store, now: Date): void {
  const author = store.company.person('sam.okoye');
  const by = { objectId: author.objectId, email: author.upn, name: author.displayName, userPrincipalName: author.upn };
  const madeAt = new Date(now.getTime() - 21 * dayMs).toISOString();
  for (const seed of playbookSeeds) {
    store.rules.playbooks.add({ ...seed, createdAt: madeAt, changedAt: madeAt, runs: [] });
  }
  for (const { name, fields } of automationSeeds) store.rules.automationRules.put(name, fields, by);
}
