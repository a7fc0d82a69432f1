/** The tenant in Entra's paths: its id, its domain, or one of the names that mean "whoever signs in". */
import { entraRefusal } from '@/mocks/handlers/entra/entra-refusal';
import { tenantFacts } from '@/mocks/store/tenant-facts';

export const entraHost = 'https://login.microsoftonline.com';

const own: readonly string[] = [tenantFacts.tenantId, tenantFacts.domain];
const anybody = ['common', 'organizations'];

export const isAnybody = (name: string): boolean => anybody.includes(name.toLowerCase());

export function requireTenant(name: unknown): string {
  const text = String(name);
  if (own.includes(text.toLowerCase()) || isAnybody(text)) return text;
  throw entraRefusal(
    90002,
    `Tenant '${text}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  );
}
