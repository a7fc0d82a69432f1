/** A playbook that an analytics rule starts itself: the older way, which automation rules replace. */
import { z } from 'zod';
import { optionalText } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';
import { armEtag, armList, armResource } from '@/lib/wire/sentinel/arm';

/** https://learn.microsoft.com/rest/api/securityinsights/actions */
export const sentinelAlertRuleAction = openObject({
  ...armResource,
  etag: armEtag,
  properties: openObject({ logicAppResourceId: z.string(), workflowId: optionalText }),
});
export type SentinelAlertRuleAction = z.infer<typeof sentinelAlertRuleAction>;

/** A page of `Actions_ListByAlertRule`. */
export const sentinelAlertRuleActionList = armList(sentinelAlertRuleAction);

/** The body of PUT alertRules/{rule}/actions/{name}. The trigger's address is a secret and never comes back. */
export const sentinelAlertRuleActionRequest = openObject({
  etag: armEtag,
  properties: openObject({ logicAppResourceId: z.string(), triggerUri: z.string() }),
});
export type SentinelAlertRuleActionRequest = z.infer<typeof sentinelAlertRuleActionRequest>;
