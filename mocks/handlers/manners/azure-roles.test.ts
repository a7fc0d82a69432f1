import { expect, test } from 'vitest';
import { allowsAzure, azureActionOf } from '@/mocks/handlers/manners/azure-roles';

const root = '/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w';
const insights = `${root}/providers/Microsoft.SecurityInsights`;

test.each([
  ['GET', `${insights}/incidents`, 'Microsoft.SecurityInsights/incidents/read'],
  ['PUT', `${insights}/incidents/x/comments/y`, 'Microsoft.SecurityInsights/incidents/comments/write'],
  ['DELETE', `${insights}/incidents/x`, 'Microsoft.SecurityInsights/incidents/delete'],
  ['POST', `${insights}/incidents/x/entities`, 'Microsoft.SecurityInsights/incidents/entities/read'],
  ['POST', `${insights}/incidents/x/runPlaybook`, 'Microsoft.SecurityInsights/incidents/runPlaybook/action'],
  ['PATCH', `${insights}/metadata/x`, 'Microsoft.SecurityInsights/metadata/write'],
  ['PUT', `${root}/savedSearches/x`, 'Microsoft.OperationalInsights/workspaces/savedSearches/write'],
])('%s %s is %s', (method, path, action) => {
  expect(azureActionOf(method, path)).toBe(action);
});

const sentinel = 'Microsoft.SecurityInsights';
test.each([
  ['Microsoft Sentinel Reader', `${sentinel}/alertRules/read`, true],
  ['Microsoft Sentinel Reader', `${sentinel}/incidents/comments/write`, false],
  ['Microsoft Sentinel Responder', `${sentinel}/incidents/comments/write`, true],
  ['Microsoft Sentinel Responder', `${sentinel}/incidents/delete`, false],
  ['Microsoft Sentinel Responder', `${sentinel}/alertRules/write`, false],
  ['Microsoft Sentinel Responder', `${sentinel}/automationRules/write`, true],
  ['Microsoft Sentinel Contributor', `${sentinel}/alertRules/write`, true],
  ['Microsoft Sentinel Contributor', 'Microsoft.Logic/workflows/triggers/listCallbackUrl/action', false],
  ['Microsoft Sentinel Playbook Operator', 'Microsoft.Logic/workflows/triggers/listCallbackUrl/action', true],
  ['Log Analytics Reader', 'microsoft.operationalinsights/workspaces/query/READ', true],
  ['Somebody’s own role', `${sentinel}/incidents/read`, false],
])('%s, %s → %s', (role, action, allowed) => {
  expect(allowsAzure([role], action)).toBe(allowed);
});
