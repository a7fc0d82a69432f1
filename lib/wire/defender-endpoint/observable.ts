/** What Defender for Endpoint knows of a file, an address or a domain, in the world and in the organization. */
import { z } from 'zod';
import { optionalBoolean, optionalDateTime, optionalNumber, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** GET files/{sha1 or sha256}. https://learn.microsoft.com/defender-endpoint/api/files */
export const endpointFile = openObject({
  sha1: optionalText,
  sha256: optionalText,
  md5: optionalText,
  /** Devices in the world that have seen it. */
  globalPrevalence: optionalNumber,
  globalFirstObserved: optionalDateTime,
  globalLastObserved: optionalDateTime,
  /** Bytes. */
  size: optionalNumber,
  fileType: optionalText,
  isPeFile: optionalBoolean,
  filePublisher: optionalText,
  fileProductName: optionalText,
  signer: optionalText,
  issuer: optionalText,
  signerHash: optionalText,
  isValidCertificate: optionalBoolean,
  /** Unknown, Clean, Pua or Malware, so far. */
  determinationType: optionalText,
  /** The threat's name. */
  determinationValue: optionalText,
});
export type EndpointFile = z.infer<typeof endpointFile>;

/** Numbers of devices come as text in statistics. */
const organization = { orgPrevalence: optionalText, orgFirstSeen: optionalDateTime, orgLastSeen: optionalDateTime };

/** GET files/{hash}/stats. https://learn.microsoft.com/defender-endpoint/api/get-file-statistics */
export const endpointFileStatistics = openObject({
  sha1: z.string(),
  ...organization,
  globalPrevalence: optionalText,
  globalFirstObserved: optionalDateTime,
  globalLastObserved: optionalDateTime,
  topFileNames: optionalTexts,
});
export type EndpointFileStatistics = z.infer<typeof endpointFileStatistics>;

/** GET ips/{address}/stats. https://learn.microsoft.com/defender-endpoint/api/get-ip-statistics */
export const endpointIpStatistics = openObject({ ipAddress: z.string(), ...organization });
export type EndpointIpStatistics = z.infer<typeof endpointIpStatistics>;

/** GET domains/{name}/stats. https://learn.microsoft.com/defender-endpoint/api/get-domain-statistics */
export const endpointDomainStatistics = openObject({ host: z.string(), ...organization });
export type EndpointDomainStatistics = z.infer<typeof endpointDomainStatistics>;
