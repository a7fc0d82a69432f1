/** Any failure as something that a page can say. Null for a fault of our own, which only the log should name. */
import type { ApiError } from '@/lib/api/transport/api-error';
import { HubError } from '@/lib/hub/hub-error';
import { reasonOf } from '@/lib/hub/mirror/source-health';
import type { StoreError } from '@/lib/store/store-error';

const services: Record<ApiError['api'], string> = {
  graphSecurity: 'Defender (Microsoft Graph)',
  graphDirectory: 'Microsoft Graph',
  sentinel: 'Microsoft Sentinel',
  logAnalytics: 'Log Analytics',
  defenderEndpoint: 'Defender for Endpoint',
  entra: 'Microsoft Entra',
};

/**
 * By name, not by class: Next.js loads the hub once for instrumentation and this module once more for routes, so the
 * same class exists twice. Guaranteed by the classes: whoever bears the name has the fields.
 */
function isNamed<Known extends Error>(error: unknown, name: Known['name']): error is Known {
  return error instanceof Error && error.name === name;
}

export function explain(error: unknown): HubError | null {
  if (isNamed<HubError>(error, 'HubError')) return error;
  if (isNamed<StoreError>(error, 'StoreError')) return new HubError('unavailable', error.message, { cause: error });
  if (isNamed<ApiError>(error, 'ApiError')) {
    return new HubError('unavailable', `${services[error.api]} did not answer: ${reasonOf(error)}`, { cause: error });
  }
  return null;
}
