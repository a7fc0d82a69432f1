/**
 * Names and members against Graph's own CSDL, where a copy of it lies beside the repository. It can't be redistributed
 * here, so elsewhere these tests say `skipped`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { graphAlert } from '@/lib/wire/graph-security/alert';
import { graphAnalyzedEmail } from '@/lib/wire/graph-security/analyzed-email';
import * as emailEnums from '@/lib/wire/graph-security/analyzed-email-enums';
import { graphComment } from '@/lib/wire/graph-security/comment';
import { graphCorrelationReasons } from '@/lib/wire/graph-security/correlation-reason';
import * as enums from '@/lib/wire/graph-security/enums';
import { graphEvidenceFields, graphEvidenceTypes } from '@/lib/wire/graph-security/evidence';
import * as evidenceEnums from '@/lib/wire/graph-security/evidence-enums';
import {
  graphIdentityAccounts,
  graphIdentityActions,
  graphIdentityProviders,
} from '@/lib/wire/graph-security/identity-account';
import { graphIncident } from '@/lib/wire/graph-security/incident';
import { otherEvidenceNames } from '@/lib/wire/graph-security/other-evidence';

const path = fileURLToPath(
  new URL('../../../../shared/facts/specs/graph/v1.0-microsoft.graph.security.xml', import.meta.url),
);
const present = existsSync(path);
const csdl = present ? readFileSync(path, 'utf8') : '';

function element(kind: 'EnumType' | 'EntityType' | 'ComplexType', name: string): string {
  const match = new RegExp(`<${kind} Name="${name}"[^>]*?(?:/>|>([\\s\\S]*?)</${kind}>)`).exec(csdl);
  if (match === null) throw new Error(`the CSDL has no ${kind} ${name}`);
  return match[1] ?? '';
}

function names(tags: string, body: string): string[] {
  return [...body.matchAll(new RegExp(`<(?:${tags}) Name="([^"]+)"`, 'g'))].map((match) => match[1] ?? '');
}

const enumTable: [string, readonly string[]][] = [
  ['incidentStatus', enums.graphIncidentStatuses],
  ['alertStatus', enums.graphAlertStatuses],
  ['alertSeverity', enums.graphAlertSeverities],
  ['alertClassification', enums.graphAlertClassifications],
  ['alertDetermination', enums.graphAlertDeterminations],
  ['serviceSource', enums.graphServiceSources],
  ['detectionSource', enums.graphDetectionSources],
  ['investigationState', enums.graphInvestigationStates],
  ['correlationReason', graphCorrelationReasons],
  ['action', graphIdentityActions],
  ['identityProvider', graphIdentityProviders],
  ['deliveryAction', emailEnums.graphDeliveryActions],
  ['deliveryLocation', emailEnums.graphDeliveryLocations],
  ['antispamDirectionality', emailEnums.graphDirectionalities],
  ['threatType', emailEnums.graphThreatTypes],
  ['remediationAction', emailEnums.graphRemediationActions],
  ['remediationSeverity', emailEnums.graphRemediationSeverities],
  ['eventSource', emailEnums.graphTimelineSources],
  ['timelineEventType', emailEnums.graphTimelineEventTypes],
  ['evidenceVerdict', evidenceEnums.graphEvidenceVerdicts],
  ['evidenceRemediationStatus', evidenceEnums.graphEvidenceRemediationStatuses],
  ['evidenceRole', evidenceEnums.graphEvidenceRoles],
  ['deviceRiskScore', evidenceEnums.graphDeviceRiskScores],
  ['deviceHealthStatus', evidenceEnums.graphDeviceHealthStatuses],
  ['onboardingStatus', evidenceEnums.graphOnboardingStatuses],
  ['defenderAvStatus', evidenceEnums.graphDefenderAvStatuses],
  ['detectionStatus', evidenceEnums.graphDetectionStatuses],
  ['fileHashAlgorithm', evidenceEnums.graphFileHashAlgorithms],
  ['servicePrincipalType', evidenceEnums.graphServicePrincipalTypes],
  ['vmCloudProvider', evidenceEnums.graphVmCloudProviders],
];

describe.skipIf(!present)('the CSDL of microsoft.graph.security v1.0', () => {
  test.each(enumTable)('%s has the same members in the same order', (name, members) => {
    expect(members).toEqual(names('Member', element('EnumType', name)));
  });

  test.each([
    ['incident', graphIncident.shape],
    ['alert', graphAlert.shape],
    ['analyzedEmail', graphAnalyzedEmail.shape],
    ['identityAccounts', graphIdentityAccounts.shape],
  ])('%s has every property and no other', (name, shape) => {
    const declared = names('Property|NavigationProperty', element('EntityType', name));
    const ours = Object.keys(shape).filter((key) => key !== 'id' && !key.startsWith('@'));
    expect(ours.toSorted()).toEqual(declared.toSorted());
  });

  test('alertComment has every property and no other', () => {
    const ours = Object.keys(graphComment.shape).filter((key) => !key.startsWith('@'));
    expect(ours.toSorted()).toEqual(names('Property', element('ComplexType', 'alertComment')).toSorted());
  });

  test('every evidence type of the CSDL is named here', () => {
    const declared = [...csdl.matchAll(/<ComplexType Name="([^"]+)" BaseType="self\.alertEvidence"/g)].map(
      (match) => match[1] ?? '',
    );
    const ours = [...graphEvidenceTypes.map((type) => type.split('.').at(-1) ?? ''), ...otherEvidenceNames];
    expect(ours.toSorted()).toEqual(declared.toSorted());
  });

  test.each(graphEvidenceTypes)('%s has every property and no other', (type) => {
    const base = names('Property', element('ComplexType', 'alertEvidence'));
    const own = names('Property', element('ComplexType', type.split('.').at(-1) ?? ''));
    expect(graphEvidenceFields(type).toSorted()).toEqual([...base, ...own].toSorted());
  });
});
