/** What every piece of evidence says about itself, and how a type of evidence is declared. */
import { z } from 'zod';
import { dateTime, optionalText, optionalTexts } from '@/lib/wire/field';
import {
  graphEvidenceRemediationStatus,
  graphEvidenceRole,
  graphEvidenceVerdict,
} from '@/lib/wire/graph-security/evidence-enums';
import { openObject } from '@/lib/wire/open-object';

/** `microsoft.graph.security.alertEvidence`. https://learn.microsoft.com/graph/api/resources/security-alertevidence */
export const evidenceBase = {
  createdDateTime: dateTime,
  detailedRoles: optionalTexts,
  remediationStatus: graphEvidenceRemediationStatus,
  remediationStatusDetails: optionalText,
  roles: z.array(graphEvidenceRole).nullish(),
  tags: optionalTexts,
  verdict: graphEvidenceVerdict,
};

/** How OData spells a type of the security namespace: `#microsoft.graph.security.userEvidence`. */
export type GraphODataType<Name extends string> = `#microsoft.graph.security.${Name}`;

/** The value of `@odata.type` for a type of the security namespace. */
export function odataType<const Name extends string>(name: Name): GraphODataType<Name> {
  return `#microsoft.graph.security.${name}`;
}

/** Evidence as a member of `alert.evidence`: it says its type. */
export function evidenceOf<const Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) {
  return openObject({ '@odata.type': z.literal(odataType(name)), ...evidenceBase, ...shape });
}

/**
 * Evidence inside other evidence (a session's account, a blob's container). Its type is known from where it stands, so
 * OData lets the service leave `@odata.type` out, and the verdict is on the outer one.
 */
export function nestedEvidence<Shape extends z.ZodRawShape>(shape: Shape) {
  return openObject({ '@odata.type': z.string().optional(), ...shape }).nullish();
}
