/** The complex types that evidence is made of: `microsoft.graph.security`, v1.0. */
import { z } from 'zod';
import { optionalDateTime, optionalInt64, optionalNumber, optionalText } from '@/lib/wire/field';
import { graphFileHashAlgorithm, graphVmCloudProvider } from '@/lib/wire/graph-security/evidence-enums';
import { openObject } from '@/lib/wire/open-object';

export const graphResourceAccessEvent = openObject({
  accessDateTime: optionalDateTime,
  accountId: optionalText,
  ipAddress: optionalText,
  resourceIdentifier: optionalText,
});

export const graphUserAccount = openObject({
  accountName: optionalText,
  activeDirectoryObjectGuid: optionalText,
  /** The Entra object id. */
  azureAdUserId: optionalText,
  displayName: optionalText,
  domainName: optionalText,
  resourceAccessEvents: z.array(graphResourceAccessEvent).nullish(),
  tenantId: optionalText,
  userPrincipalName: optionalText,
  userSid: optionalText,
});
export type GraphUserAccount = z.infer<typeof graphUserAccount>;

export const graphFileDetails = openObject({
  fileName: optionalText,
  filePath: optionalText,
  filePublisher: optionalText,
  /** Bytes. */
  fileSize: optionalInt64,
  issuer: optionalText,
  md5: optionalText,
  sha1: optionalText,
  sha256: optionalText,
  sha256Ac: optionalText,
  signer: optionalText,
});
export type GraphFileDetails = z.infer<typeof graphFileDetails>;

export const graphFileHash = openObject({ algorithm: graphFileHashAlgorithm.nullish(), value: optionalText });

export const graphGeoLocation = openObject({
  city: optionalText,
  countryName: optionalText,
  latitude: optionalNumber,
  longitude: optionalNumber,
  state: optionalText,
});

export const graphLoggedOnUser = openObject({ accountName: optionalText, domainName: optionalText });

export const graphVmMetadata = openObject({
  cloudProvider: graphVmCloudProvider.nullish(),
  resourceId: optionalText,
  subscriptionId: optionalText,
  vmId: optionalText,
});

export const graphEmailSender = openObject({
  displayName: optionalText,
  domainName: optionalText,
  emailAddress: optionalText,
});

/** Which log stream a piece of evidence came from; Sentinel-born evidence has one. */
export const graphStream = openObject({ name: optionalText });
