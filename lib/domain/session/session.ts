/** Who is looking, at which tenant and workspace. */
import type { Assignee } from '@/lib/domain/incident/incident';

/** The one Log Analytics workspace that the console is set up for. */
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

/** What the console works for. */
export type Workplace = { tenant: { id: string; displayName: string }; workspace: Workspace };

export type Session = Workplace & {
  me: Assignee;
  /** The console was started for trying out: whoever is asked for may be named by the page itself. */
  canSwitchUser: boolean;
};
