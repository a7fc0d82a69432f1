/** What the workspace logs about its bookmarks: `HuntingBookmark`. */
import type { LogBatch } from '@/mocks/company/log-row';
import { workspace } from '@/mocks/company/tenant-ids';
import type { BookmarkFields } from '@/mocks/store/records/sentinel-resource-records';
import type { Author, Shelved } from '@/mocks/store/shelf';

const person = ({ objectId, email, name }: Author): string =>
  JSON.stringify({ ObjectId: objectId, Email: email, Name: name });

/** A row at every change; the last one may say that the bookmark is gone. */
export function huntingBookmarkRow(record: Shelved<BookmarkFields>, at: string, deleted: boolean): LogBatch {
  const { fields } = record;
  const row = {
    TimeGenerated: at,
    BookmarkId: record.name,
    BookmarkName: fields.displayName,
    BookmarkType: 'Hunting bookmark',
    CreatedBy: person(record.createdBy),
    CreatedTime: record.createdAt,
    UpdatedBy: person(record.updatedBy),
    LastUpdatedTime: record.updatedAt,
    EventTime: fields.eventTime ?? null,
    QueryText: fields.query,
    QueryResultRow: fields.queryResult ?? '',
    QueryStartTime: fields.queryStartTime ?? null,
    QueryEndTime: fields.queryEndTime ?? null,
    Notes: fields.notes ?? '',
    Tags: JSON.stringify(fields.labels ?? []),
    Entities: JSON.stringify(fields.entityMappings ?? []),
    SoftDeleted: deleted,
    SourceSystem: 'Azure',
    TenantId: workspace.customerId,
  };
  return { table: 'HuntingBookmark', rows: [row] };
}
