/** What all resources of Sentinel have in common: listed in pages, read, replaced and removed by name. */

import type { z } from 'zod';
import { type WorkspaceAddress, workspacePath } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';
import { emptyReply } from '@/lib/api/transport/empty-reply';
import { pages } from '@/lib/api/transport/pages';
import { segment } from '@/lib/api/transport/url-parts';
import { securityInsightsApiVersion } from '@/lib/wire/sentinel/arm';

export type ArmCollection<Resource, Body> = {
  /** Pages, to the end of the list. */
  list(signal?: AbortSignal): AsyncGenerator<Resource[]>;
  get(name: string, signal?: AbortSignal): Promise<Resource>;
  /** Makes the resource or replaces all of it; a stale etag is refused with an ApiError of status 409. */
  put(name: string, body: Body, signal?: AbortSignal): Promise<Resource>;
  /** Removing what isn't there is no error. */
  remove(name: string, signal?: AbortSignal): Promise<void>;
};

/** Where the resources are and how one of them, and a page of them, looks. */
export type ArmCollectionOptions<Resource> = {
  /** ARM's path of the collection. */
  path: string;
  one: z.ZodType<Resource>;
  list: z.ZodType<{ value: Resource[]; nextLink?: string | null | undefined }>;
  apiVersion?: string;
};

/** Below the workspace: `…/providers/Microsoft.SecurityInsights/{type}`. */
export const securityInsightsPath = (workspace: WorkspaceAddress, type: string): string =>
  `${workspacePath(workspace)}/providers/Microsoft.SecurityInsights/${type}`;

/** Without `apiVersion` it asks with the newest stable one. */
export function armCollection<Resource, Body>(
  call: Call,
  { path, one, list, apiVersion = securityInsightsApiVersion }: ArmCollectionOptions<Resource>,
): ArmCollection<Resource, Body> {
  const query = { 'api-version': apiVersion };
  const of = (name: string) => `${path}/${segment(name)}`;
  return {
    async *list(signal) {
      for await (const page of pages(call, { method: 'GET', path, query, signal, reply: list })) yield page.value;
    },
    get: (name, signal) => call({ method: 'GET', path: of(name), query, signal, reply: one }),
    put: (name, body, signal) => call({ method: 'PUT', path: of(name), query, body, signal, reply: one }),
    remove: async (name, signal) => {
      await call({ method: 'DELETE', path: of(name), query, signal, ...emptyReply });
    },
  };
}
