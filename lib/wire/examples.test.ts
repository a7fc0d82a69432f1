/**
 * Our schemas against the examples in Microsoft's own specifications, where a copy of them lies beside the repository.
 * Elsewhere these tests say `skipped`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { logsMetadata } from '@/lib/wire/log-analytics/metadata';
import { logsQueryReply } from '@/lib/wire/log-analytics/query';
import { sentinelAlertList } from '@/lib/wire/sentinel/alert';
import { sentinelAlertRule, sentinelAlertRuleList, sentinelAlertRuleRequest } from '@/lib/wire/sentinel/alert-rule';
import { sentinelAlertRuleAction, sentinelAlertRuleActionList } from '@/lib/wire/sentinel/alert-rule-action';
import { sentinelAlertRuleTemplate, sentinelAlertRuleTemplateList } from '@/lib/wire/sentinel/alert-rule-template';
import { sentinelAutomationRule, sentinelAutomationRuleList } from '@/lib/wire/sentinel/automation-rule';
import { sentinelComment, sentinelCommentList } from '@/lib/wire/sentinel/comment';
import { sentinelEntity, sentinelEntityKinds, sentinelEntityList } from '@/lib/wire/sentinel/entity';
import { sentinelIncident, sentinelIncidentList, sentinelIncidentRequest } from '@/lib/wire/sentinel/incident';

const specs = fileURLToPath(new URL('../../../shared/facts/specs/azure/specification/', import.meta.url));
const insights = `${specs}securityinsights/resource-manager/Microsoft.SecurityInsights/`;
const stable = `${insights}stable/2024-03-01/`;
const preview = `${insights}preview/2024-01-01-preview/`;
const logs = `${specs}operationalinsights/data-plane/Microsoft.OperationalInsights/stable/2022-10-27/`;

const exampleFile = z.object({
  parameters: z.record(z.string(), z.unknown()),
  responses: z.record(z.string(), z.object({ body: z.unknown() })),
});
function read(path: string) {
  return exampleFile.parse(JSON.parse(readFileSync(path, 'utf8')));
}

const replies: [string, z.ZodType][] = [
  [`${stable}examples/incidents/GetIncidents.json`, sentinelIncidentList],
  [`${stable}examples/incidents/GetIncidentById.json`, sentinelIncident],
  [`${stable}examples/incidents/CreateIncident.json`, sentinelIncident],
  [`${stable}examples/incidents/GetAllIncidentAlerts.json`, sentinelAlertList],
  [`${stable}examples/incidents/GetAllIncidentEntities.json`, sentinelEntityList],
  [`${stable}examples/incidents/comments/GetAllIncidentComments.json`, sentinelCommentList],
  [`${stable}examples/incidents/comments/GetIncidentCommentById.json`, sentinelComment],
  [`${stable}examples/incidents/comments/CreateIncidentComment.json`, sentinelComment],
  [`${stable}examples/alertRules/GetAllAlertRules.json`, sentinelAlertRuleList],
  [`${stable}examples/alertRules/CreateScheduledAlertRule.json`, sentinelAlertRule],
  [`${stable}examples/alertRules/GetFusionAlertRule.json`, sentinelAlertRule],
  [`${stable}examples/alertRules/GetMicrosoftSecurityIncidentCreationAlertRule.json`, sentinelAlertRule],
  [`${preview}examples/alertRules/CreateNrtAlertRule.json`, sentinelAlertRule],
  [`${stable}examples/alertRuleTemplates/GetAlertRuleTemplates.json`, sentinelAlertRuleTemplateList],
  [`${stable}examples/alertRuleTemplates/GetAlertRuleTemplateById.json`, sentinelAlertRuleTemplate],
  [`${stable}examples/actions/GetAllActionsByAlertRule.json`, sentinelAlertRuleActionList],
  [`${stable}examples/actions/CreateActionOfAlertRule.json`, sentinelAlertRuleAction],
  [`${stable}examples/automationRules/AutomationRules_List.json`, sentinelAutomationRuleList],
  [`${stable}examples/automationRules/AutomationRules_CreateOrUpdate.json`, sentinelAutomationRule],
  [`${preview}examples/incidents/Incidents_List.json`, sentinelIncidentList],
  [`${preview}examples/incidents/IncidentEntities/Incidents_ListEntities.json`, sentinelEntityList],
  [`${preview}examples/entities/GetAccountEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetAzureResourceEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetCloudApplicationEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetDnsEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetFileEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetFileHashEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetHostEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetIoTDeviceEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetIpEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetMailboxEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetMailClusterEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetMailMessageEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetMalwareEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetProcessEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetRegistryKeyEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetRegistryValueEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetSecurityAlertEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetSecurityGroupEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetSubmissionMailEntityById.json`, sentinelEntity],
  [`${preview}examples/entities/GetUrlEntityById.json`, sentinelEntity],
  [`${logs}examples/la-post-example.json`, logsQueryReply],
  [`${logs}examples/la-get-example.json`, logsQueryReply],
  [`${logs}examples/la-post-cross-workspace-example.json`, logsQueryReply],
  [`${logs}examples/metadata-get.json`, logsMetadata],
];

describe.skipIf(!existsSync(specs))("Microsoft's examples", () => {
  test.each(replies.map(([path, schema]) => [path.split('/examples/')[1] ?? path, path, schema] as const))(
    '%s parses and loses nothing',
    (_name, path, schema) => {
      for (const [status, { body }] of Object.entries(read(path).responses)) {
        const result = schema.safeParse(body);
        expect(result.error?.issues, `${status}: ${z.prettifyError(result.error ?? new z.ZodError([]))}`).toBe(
          undefined,
        );
        expect(result.data).toEqual(body);
      }
    },
  );

  test('the body of CreateIncident is what we would send', () => {
    const body = read(`${stable}examples/incidents/CreateIncident.json`).parameters.incident;
    expect(sentinelIncidentRequest.parse(body)).toEqual(body);
  });

  test('the bodies of alert rules are what we would send', () => {
    for (const path of [
      `${stable}examples/alertRules/CreateScheduledAlertRule.json`,
      `${preview}examples/alertRules/CreateNrtAlertRule.json`,
    ]) {
      const body = read(path).parameters.alertRule;
      expect(sentinelAlertRuleRequest.parse(body)).toEqual(body);
    }
  });

  test('the kinds of entities are those of the specification, in its order', () => {
    const types = z
      .object({ definitions: z.looseObject({ EntityInnerKind: z.object({ enum: z.array(z.string()) }) }) })
      .parse(JSON.parse(readFileSync(`${stable}common/EntityTypes.json`, 'utf8')));
    expect(sentinelEntityKinds).toEqual(types.definitions.EntityInnerKind.enum);
  });
});
