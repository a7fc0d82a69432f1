/** The tenant's settings, from the environment. A value that makes no sense stops the start and says which. */
import { z } from 'zod';
import { type TenantOptions, tenantStart } from '@/mocks/tenant';

const whole = (most: number) => z.coerce.number().int().nonnegative().max(most);

const environment = z.object({
  TENANT_SEED: whole(2 ** 31 - 1).default(1),
  TENANT_INCIDENTS: whole(100_000).default(200),
  TENANT_ROWS: whole(10_000_000).default(200_000),
  TENANT_NOW: z.iso.datetime({ offset: true }).default(tenantStart.toISOString()),
  TENANT_PORT: z.coerce.number().int().min(1).max(65_535).default(4443),
  /** Where ca.pem and tenant.json go. */
  TENANT_DIR: z.string().min(1).default('.tenant'),
  /** `off` lifts Microsoft's quotas, for a tenant that many share. */
  TENANT_QUOTAS: z.enum(['on', 'off']).default('on'),
  /** `off` stops the small stories that otherwise keep coming while the clock runs. */
  TENANT_TRICKLE: z.enum(['on', 'off']).default('on'),
  /** `off` stops the detection rules and automation that otherwise run with the clock. */
  TENANT_DETECTION: z.enum(['on', 'off']).default('on'),
});

export type ServerSettings = { tenant: TenantOptions; port: number; folder: string };

export function settingsFrom(env: Readonly<Record<string, string | undefined>>): ServerSettings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')}=${env[String(issue.path[0])] ?? ''}: ${issue.message}`,
    );
    throw new Error(`The tenant cannot start:\n  ${complaints.join('\n  ')}`);
  }
  const values = parsed.data;
  return {
    tenant: {
      seed: values.TENANT_SEED,
      incidents: values.TENANT_INCIDENTS,
      rows: values.TENANT_ROWS,
      now: new Date(values.TENANT_NOW),
      quotas: values.TENANT_QUOTAS === 'on',
      trickle: values.TENANT_TRICKLE === 'on',
      detection: values.TENANT_DETECTION === 'on',
    },
    port: values.TENANT_PORT,
    folder: values.TENANT_DIR,
  };
}
