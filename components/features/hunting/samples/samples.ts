/** The queries that ship with the product, in the order of their sources. */

import { addressRange } from './address-range';
import { blockedByConditionalAccess } from './blocked-by-conditional-access';
import { compromisedUserInTheWindow } from './compromised-user-in-the-window';
import { credentialAccessAfterRiskySignIn } from './credential-access-after-risky-sign-in';
import { lateralMovementInAzure } from './lateral-movement-in-azure';
import { persistence } from './persistence';
import { playbookContext } from './playbook-context';
import { reconAfterEmail } from './recon-after-email';
import { resourcesByApplication } from './resources-by-application';
import type { SampleQuery } from './sample-query';
import { signInThenResourceAccess } from './sign-in-then-resource-access';
import { signInsAndDeviceLogons } from './sign-ins-and-device-logons';
import { threatIntelligenceAddresses } from './threat-intelligence-addresses';
import { verifyConnector } from './verify-connector';
import { wmiLateralMovement } from './wmi-lateral-movement';

export const samples: readonly SampleQuery[] = [
  verifyConnector,
  reconAfterEmail,
  wmiLateralMovement,
  blockedByConditionalAccess,
  threatIntelligenceAddresses,
  signInThenResourceAccess,
  credentialAccessAfterRiskySignIn,
  lateralMovementInAzure,
  compromisedUserInTheWindow,
  persistence,
  resourcesByApplication,
  addressRange,
  playbookContext,
  signInsAndDeviceLogons,
];
