/** Evidence whose own fields the console doesn't declare: they pass through under Microsoft's names. */
import { z } from 'zod';
import { evidenceBase, type GraphODataType } from '@/lib/wire/graph-security/evidence-base';

/** The remaining evidence types of the v1.0 CSDL, in alphabetical order. */
export const otherEvidenceNames = [
  'activeDirectoryDomainEvidence',
  'aiAgentEvidence',
  'amazonResourceEvidence',
  'containerEvidence',
  'containerImageEvidence',
  'containerRegistryEvidence',
  'gitHubOrganizationEvidence',
  'gitHubRepoEvidence',
  'gitHubUserEvidence',
  'googleCloudResourceEvidence',
  'hostLogonSessionEvidence',
  'ioTDeviceEvidence',
  'kubernetesClusterEvidence',
  'kubernetesControllerEvidence',
  'kubernetesNamespaceEvidence',
  'kubernetesPodEvidence',
  'kubernetesSecretEvidence',
  'kubernetesServiceAccountEvidence',
  'kubernetesServiceEvidence',
  'mailboxConfigurationEvidence',
  'networkConnectionEvidence',
  'nicEvidence',
  'sasTokenEvidence',
  'teamsMessageEvidence',
] as const;

/**
 * A type newer than this code arrives here too, so a `switch` over `@odata.type` needs a `default` in spite of what
 * the type says. The type lists only the names of the CSDL because a plain `string` would spoil the narrowing of every
 * other kind of evidence.
 */
export type OtherEvidenceType = GraphODataType<(typeof otherEvidenceNames)[number]>;

const anyODataType = z.string().transform(asOtherEvidenceType);

/** Guaranteed by the caller only as far as `OtherEvidenceType` says: not one of the types with fields of their own. */
function asOtherEvidenceType(type: string): OtherEvidenceType {
  return type as OtherEvidenceType;
}

/** Any evidence: what all evidence has, and whatever else came. */
export const otherEvidence = z.looseObject({ '@odata.type': anyODataType, ...evidenceBase });
