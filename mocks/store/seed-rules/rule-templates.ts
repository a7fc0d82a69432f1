/** The templates that Contoso's content hub solutions brought: the rules in use came from some of them. */
import type { SentinelAlertRuleTemplate } from '@/lib/wire/sentinel/alert-rule-template';
import { securityInsightsScope } from '@/mocks/store/faces/arm-ids';
import type { RuleSeed } from '@/mocks/store/seed-rules/query-rule';
import { seededRules } from '@/mocks/store/seed-rules/seed-rules';
import type { Store } from '@/mocks/store/store';

const created = '2023-04-18T00:00:00Z';
const updated = '2024-11-05T00:00:00Z';

function templateOf({ body, template }: RuleSeed, count: number): SentinelAlertRuleTemplate[] {
  if (!template) return [];
  const resource = {
    id: `${securityInsightsScope}/AlertRuleTemplates/${template.id}`,
    name: template.id,
    type: 'Microsoft.SecurityInsights/AlertRuleTemplates',
  };
  const common = {
    alertRulesCreatedByTemplateCount: count,
    createdDateUTC: created,
    lastUpdatedDateUTC: updated,
    description: body.properties.description,
    requiredDataConnectors: template.connectors.map((connector) => ({ ...connector })),
    status: 'Available' as const,
  };
  switch (body.kind) {
    case 'Scheduled': {
      const { properties } = body;
      const { queryFrequency, queryPeriod, triggerOperator, triggerThreshold } = properties;
      const schedule = { queryFrequency, queryPeriod, triggerOperator, triggerThreshold };
      return [{ ...resource, kind: body.kind, properties: { ...common, ...queried(properties), ...schedule } }];
    }
    case 'NRT':
      return [{ ...resource, kind: body.kind, properties: { ...common, ...queried(body.properties) } }];
    case 'Fusion': {
      const { displayName, severity, tactics, techniques } = body.properties;
      const properties = {
        ...common,
        displayName: displayName ?? '',
        severity: severity ?? 'High',
        tactics,
        techniques,
      };
      return [{ ...resource, kind: body.kind, properties }];
    }
    case 'MicrosoftSecurityIncidentCreation': {
      const { displayName, productFilter, severitiesFilter } = body.properties;
      return [
        { ...resource, kind: body.kind, properties: { ...common, displayName, productFilter, severitiesFilter } },
      ];
    }
  }
}

type Queried = Extract<RuleSeed['body'], { kind: 'Scheduled' | 'NRT' }>['properties'];

const queried = (properties: Queried) => ({
  displayName: properties.displayName,
  query: properties.query,
  severity: properties.severity,
  tactics: properties.tactics,
  techniques: properties.techniques,
  entityMappings: properties.entityMappings,
  customDetails: properties.customDetails,
  alertDetailsOverride: properties.alertDetailsOverride,
  eventGroupingSettings: properties.eventGroupingSettings,
  version: '1.0.1',
});

/** With how many of the workspace's rules each of them made. */
export function ruleTemplates({ rules }: Store): SentinelAlertRuleTemplate[] {
  const made = [...rules.alertRules.all()].map(({ body }) => body.properties.alertRuleTemplateName);
  return seededRules.flatMap((seed) => templateOf(seed, made.filter((id) => id === seed.template?.id).length));
}
