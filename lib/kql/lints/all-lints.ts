/** Every lint, in the order in which their findings matter. */
import { accountJoinedWithAddress } from './account-joined-with-address';
import { caseSensitiveAddress } from './case-sensitive-address';
import { containsForHas } from './contains-for-has';
import { costlySearch } from './costly-search';
import { filterAfterJoin } from './filter-after-join';
import type { Lint } from './lint';
import { missingTimeFilter } from './missing-time-filter';
import { nullComparison } from './null-comparison';
import { providerName } from './provider-name';
import { retiredTable } from './retired-table';
import { summarizeByInstant } from './summarize-by-instant';
import { takeIsNotLatest } from './take-is-not-latest';
import { unpublishedColumn } from './unpublished-column';
import { workspaceTime } from './workspace-time';

export const allLints: readonly Lint[] = [
  accountJoinedWithAddress,
  providerName,
  nullComparison,
  retiredTable,
  missingTimeFilter,
  costlySearch,
  takeIsNotLatest,
  filterAfterJoin,
  summarizeByInstant,
  containsForHas,
  caseSensitiveAddress,
  unpublishedColumn,
  workspaceTime,
];
