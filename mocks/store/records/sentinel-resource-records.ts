/** What the workspace keeps besides incidents and rules. */
import type { SentinelBookmarkFields } from '@/lib/wire/sentinel/bookmark';
import type { SentinelTaskStatus } from '@/lib/wire/sentinel/task';
import type { Author } from '@/mocks/store/shelf';

export type SentinelTaskRecord = {
  readonly name: string;
  title: string;
  description: string | null;
  status: SentinelTaskStatus;
  readonly createdAt: string;
  readonly createdBy: Author;
  updatedAt: string;
  updatedBy: Author;
  revision: number;
};

/** The link of an incident with a bookmark. Those with alerts follow from the incident's alerts. */
export type BookmarkRelation = { readonly name: string; readonly bookmark: string; readonly madeAt: string };

export type BookmarkFields = SentinelBookmarkFields & {
  /** The incident it is linked with, by name, and the relation's own name. */
  readonly incident: { readonly name: string; readonly relation: string } | null;
};
