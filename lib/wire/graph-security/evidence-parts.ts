/** The complex types that evidence is made of: `microsoft.graph.security`, v1.0. */
import { z } from 'zod';
import { optionalDateTime, optionalInt64, optionalNumber, optionalText } from '@/lib/wire/field';
import { graphFileHashAlgorithm, graphVmCloudProvider } from '@/lib/wire/graph-security/evidence-enums';
import { openObject } from '@/lib/wire/open-object';

/** `resourceAccessEvent`: one access of a user or device to something. */
export const graphResourceAccessEvent = openObject({
  accessDateTime: optionalDateTime,
  accountId: optionalText,
  ipAddress: optionalText,
  resourceIdentifier: optionalText,
});

/** `userAccount`, as Active Directory and Entra know it; a local account has neither of their ids. */
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

/** `fileDetails`. Hashes are hexadecimal; a service fills in those it knows. */
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

/** `fileHash`, of blobs. */
export const graphFileHash = openObject({ algorithm: graphFileHashAlgorithm.nullish(), value: optionalText });

/** `geoLocation`; degrees. */
export const graphGeoLocation = openObject({
  city: optionalText,
  countryName: optionalText,
  latitude: optionalNumber,
  longitude: optionalNumber,
  state: optionalText,
});

/** `loggedOnUser`: who was on the device at the time of the alert. */
export const graphLoggedOnUser = openObject({ accountName: optionalText, domainName: optionalText });

/** `vmMetadata`, of devices that are virtual machines; `resourceId` is ARM's. */
export const graphVmMetadata = openObject({
  cloudProvider: graphVmCloudProvider.nullish(),
  resourceId: optionalText,
  subscriptionId: optionalText,
  vmId: optionalText,
});

/** `emailSender`: P1 is the sender of the envelope, P2 the one that the reader sees. */
export const graphEmailSender = openObject({
  displayName: optionalText,
  domainName: optionalText,
  emailAddress: optionalText,
});

/** Which log stream a piece of evidence came from; Sentinel-born evidence has one. */
export const graphStream = openObject({ name: optionalText });
