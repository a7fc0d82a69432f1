/** The tactics that an analytics rule may name, in the order of an attack, by Microsoft's names. */
import type { SentinelNrtRuleProperties } from '@/lib/wire/sentinel/alert-rule';

export type RuleTactic = NonNullable<SentinelNrtRuleProperties['tactics']>[number];

export const ruleTactics = [
  'Reconnaissance',
  'ResourceDevelopment',
  'InitialAccess',
  'Execution',
  'Persistence',
  'PrivilegeEscalation',
  'DefenseEvasion',
  'CredentialAccess',
  'Discovery',
  'LateralMovement',
  'Collection',
  'CommandAndControl',
  'Exfiltration',
  'Impact',
  'ImpairProcessControl',
  'InhibitResponseFunction',
  'PreAttack',
] as const satisfies readonly RuleTactic[];
