/** What conditions of automation rules can look at, with the specification's names and order. */
import { z } from 'zod';
import { closedEnum } from '@/lib/wire/enum-member';
import { openObject } from '@/lib/wire/open-object';

/** `AutomationRulePropertyConditionSupportedProperty`. */
export const automationConditionProperties = [
  'IncidentTitle',
  'IncidentDescription',
  'IncidentSeverity',
  'IncidentStatus',
  'IncidentRelatedAnalyticRuleIds',
  'IncidentTactics',
  'IncidentLabel',
  'IncidentProviderName',
  'IncidentUpdatedBySource',
  'IncidentCustomDetailsKey',
  'IncidentCustomDetailsValue',
  'AccountAadTenantId',
  'AccountAadUserId',
  'AccountName',
  'AccountNTDomain',
  'AccountPUID',
  'AccountSid',
  'AccountObjectGuid',
  'AccountUPNSuffix',
  'AlertProductNames',
  'AlertAnalyticRuleIds',
  'AzureResourceResourceId',
  'AzureResourceSubscriptionId',
  'CloudApplicationAppId',
  'CloudApplicationAppName',
  'DNSDomainName',
  'FileDirectory',
  'FileName',
  'FileHashValue',
  'HostAzureID',
  'HostName',
  'HostNetBiosName',
  'HostNTDomain',
  'HostOSVersion',
  'IoTDeviceId',
  'IoTDeviceName',
  'IoTDeviceType',
  'IoTDeviceVendor',
  'IoTDeviceModel',
  'IoTDeviceOperatingSystem',
  'IPAddress',
  'MailboxDisplayName',
  'MailboxPrimaryAddress',
  'MailboxUPN',
  'MailMessageDeliveryAction',
  'MailMessageDeliveryLocation',
  'MailMessageRecipient',
  'MailMessageSenderIP',
  'MailMessageSubject',
  'MailMessageP1Sender',
  'MailMessageP2Sender',
  'MalwareCategory',
  'MalwareName',
  'ProcessCommandLine',
  'ProcessId',
  'RegistryKey',
  'RegistryValueData',
  'Url',
] as const;
export type AutomationConditionProperty = (typeof automationConditionProperties)[number];

/** `AutomationRulePropertyConditionSupportedOperator`; every positive one is followed by its negation. */
export const automationConditionOperators = [
  'Equals',
  'NotEquals',
  'Contains',
  'NotContains',
  'StartsWith',
  'NotStartsWith',
  'EndsWith',
  'NotEndsWith',
] as const;
export type AutomationConditionOperator = (typeof automationConditionOperators)[number];

/** About the custom details of an incident's alerts. Its inner conditions are of the kind `Property`. */
export const automationArrayCondition = openObject({
  conditionType: z.literal('PropertyArray'),
  conditionProperties: openObject({
    arrayType: closedEnum(['CustomDetails', 'CustomDetailValues']),
    arrayConditionType: closedEnum(['AnyItem', 'AllItems']).nullish(),
    itemConditions: z.array(
      openObject({
        conditionType: z.literal('Property'),
        conditionProperties: openObject({
          propertyName: closedEnum(automationConditionProperties),
          operator: closedEnum(automationConditionOperators),
          propertyValues: z.array(z.string()),
        }),
      }),
    ),
  }),
});
