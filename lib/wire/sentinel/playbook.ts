/** Starting a playbook on an incident or an entity by hand. */
import { z } from 'zod';
import { openObject } from '@/lib/wire/open-object';

/**
 * The body of POST incidents/{name}/runPlaybook and of POST entities/{name}/runPlaybook: `logicAppsResourceId` with an
 * s, while automation rules write `logicAppResourceId`. The answer is 204 without a body.
 * https://learn.microsoft.com/rest/api/securityinsights/incidents/run-playbook
 */
export const sentinelPlaybookRequest = openObject({
  logicAppsResourceId: z.string(),
  tenantId: z.string().nullish(),
  /** For an entity only: the incident in whose course the playbook is run. */
  incidentArmId: z.string().nullish(),
});
export type SentinelPlaybookRequest = z.infer<typeof sentinelPlaybookRequest>;
