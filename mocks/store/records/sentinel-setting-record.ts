/** What can be written in a setting of the workspace; `isEnabled` is read only. */
import type { SentinelSettingKind } from '@/lib/wire/sentinel/setting';

export type SentinelSettingFields = {
  readonly kind: SentinelSettingKind;
  readonly isEnabled?: boolean;
  readonly entityProviders?: readonly string[];
  readonly dataSources?: readonly string[];
};
