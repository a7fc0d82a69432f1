/** `tenant.json`, which the tenant's process leaves in its folder for whoever wants to talk to it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const tenantFile = z.object({
  tenantId: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  workspaceName: z.string(),
  workspaceId: z.string(),
});
export type TenantFile = z.infer<typeof tenantFile>;

/** Rejects while there is none: it is written before the tenant says that it is ready. */
export async function readTenantFile(folder: string): Promise<TenantFile> {
  return tenantFile.parse(JSON.parse(await readFile(join(folder, 'tenant.json'), 'utf8')));
}

/** The settings by which a console reaches this tenant; the same names point one at a real tenant. */
export const consoleSettings = (file: TenantFile) => ({
  ONEQUEUE_TENANT_ID: file.tenantId,
  ONEQUEUE_CLIENT_ID: file.clientId,
  ONEQUEUE_CLIENT_SECRET: file.clientSecret,
  ONEQUEUE_SUBSCRIPTION_ID: file.subscriptionId,
  ONEQUEUE_RESOURCE_GROUP: file.resourceGroup,
  ONEQUEUE_WORKSPACE_NAME: file.workspaceName,
  ONEQUEUE_WORKSPACE_ID: file.workspaceId,
});
