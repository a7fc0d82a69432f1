/** Any failure as something that a page can say. Null for a fault of our own, which only the log should name. */
import { ApiError } from '@/lib/api/transport/api-error';
import { HubError } from '@/lib/hub/hub-error';
import { reasonOf } from '@/lib/hub/source-health';
import { StoreError } from '@/lib/store/store-error';

const services: Record<ApiError['api'], string> = {
  graphSecurity: 'Defender (Microsoft Graph)',
  graphDirectory: 'Microsoft Graph',
  sentinel: 'Microsoft Sentinel',
  logAnalytics: 'Log Analytics',
  entra: 'Microsoft Entra',
};

export function explain(error: unknown): HubError | null {
  if (error instanceof HubError) return error;
  if (error instanceof StoreError) return new HubError('unavailable', error.message, { cause: error });
  if (error instanceof ApiError) {
    return new HubError('unavailable', `${services[error.api]} did not answer: ${reasonOf(error)}`, { cause: error });
  }
  return null;
}
