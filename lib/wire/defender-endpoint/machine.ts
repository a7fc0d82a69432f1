/** A device as Defender for Endpoint's own API knows it. Enums are open: services have answered `Active` and `active`. */
import { z } from 'zod';
import { optionalBoolean, optionalDateTime, optionalNumber, optionalText, optionalTexts } from '@/lib/wire/field';
import { openObject } from '@/lib/wire/open-object';

/** `riskScore`, the lowest first. */
export const endpointRiskScores = ['None', 'Informational', 'Low', 'Medium', 'High'] as const;

/** https://learn.microsoft.com/defender-endpoint/api/machine */
export const endpointMachine = openObject({
  /** 40 hexadecimal digits: `DeviceId` in the log tables. */
  id: z.string(),
  computerDnsName: optionalText,
  firstSeen: optionalDateTime,
  lastSeen: optionalDateTime,
  osPlatform: optionalText,
  osVersion: optionalText,
  osProcessor: optionalText,
  osArchitecture: optionalText,
  osBuild: optionalNumber,
  version: optionalText,
  lastIpAddress: optionalText,
  lastExternalIpAddress: optionalText,
  agentVersion: optionalText,
  /** Active, Inactive, ImpairedCommunication, NoSensorData, NoSensorDataImpairedCommunication or Unknown, so far. */
  healthStatus: optionalText,
  deviceValue: optionalText,
  rbacGroupId: optionalNumber,
  rbacGroupName: optionalText,
  /** One of `endpointRiskScores`, so far. */
  riskScore: optionalText,
  /** None, Low, Medium or High, so far. */
  exposureLevel: optionalText,
  isAadJoined: optionalBoolean,
  aadDeviceId: optionalText,
  machineTags: optionalTexts,
  defenderAvStatus: optionalText,
  onboardingStatus: optionalText,
  managedBy: optionalText,
  managedByStatus: optionalText,
  ipAddresses: z
    .array(
      openObject({
        ipAddress: optionalText,
        macAddress: optionalText,
        type: optionalText,
        operationalStatus: optionalText,
      }),
    )
    .nullish(),
});
export type EndpointMachine = z.infer<typeof endpointMachine>;

/** `$top` cuts the list and says nothing about it: there is no next link. */
export const endpointMachineList = openObject({ value: z.array(endpointMachine) });

/** Who signed in on a device. */
export const endpointUserList = openObject({
  value: z.array(
    openObject({
      id: z.string(),
      accountName: optionalText,
      accountDomain: optionalText,
      accountSid: optionalText,
      firstSeen: optionalDateTime,
      lastSeen: optionalDateTime,
      logonTypes: optionalText,
      isDomainAdmin: optionalBoolean,
      isOnlyNetworkUser: optionalBoolean,
    }),
  ),
});

export type EndpointUserList = z.infer<typeof endpointUserList>;

/** The alerts of a device, in this API's own shape. */
export const endpointAlertList = openObject({
  value: z.array(
    openObject({
      id: z.string(),
      incidentId: optionalNumber,
      machineId: optionalText,
      computerDnsName: optionalText,
      severity: optionalText,
      status: optionalText,
      classification: optionalText,
      determination: optionalText,
      assignedTo: optionalText,
      title: optionalText,
      description: optionalText,
      category: optionalText,
      detectionSource: optionalText,
      threatFamilyName: optionalText,
      mitreTechniques: optionalTexts,
      alertCreationTime: optionalDateTime,
      firstEventTime: optionalDateTime,
      lastEventTime: optionalDateTime,
      lastUpdateTime: optionalDateTime,
      resolvedTime: optionalDateTime,
    }),
  ),
});
export type EndpointAlertList = z.infer<typeof endpointAlertList>;

/** The body of POST machines/{id}/tags. The names of its members are case-sensitive. */
export const endpointTagRequest = z.object({ Value: z.string().min(1).max(200), Action: z.enum(['Add', 'Remove']) });
export type EndpointTagRequest = z.infer<typeof endpointTagRequest>;
