/** Who is looking, at which tenant and workspace. */
import type { Assignee } from '@/lib/domain/incident/incident';

export type Workspace = {
  /** ARM name, e.g. `law-contoso-unified`. */
  name: string;
  /** The customer id (GUID) that the Log Analytics API wants. */
  id: string;
  resourceGroup: string;
  subscriptionId: string;
  /** Azure region, e.g. `eastus`; null when the workspace resource could not be read. */
  location: string | null;
};

export type Session = {
  tenant: { id: string; displayName: string };
  workspace: Workspace;
  me: Assignee;
};
