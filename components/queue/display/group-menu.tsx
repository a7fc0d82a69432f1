/** By what the queue is grouped, up to two levels. */
'use client';
import { Rows3 } from 'lucide-react';
import { lazy } from 'react';
import { Button } from '@/components/ui/button';
import { patiently } from '@/components/ui/patiently';
import { Popover } from '@/components/ui/popover';
import { fieldNamed, type QueueNoun } from '@/lib/domain/queue/queue-field';

const GroupPanel = lazy(() =>
  patiently(() => import('@/components/queue/display/group-panel')).then((file) => ({ default: file.GroupPanel })),
);

export function GroupMenu<Row>({
  noun,
  group,
  onGroup,
}: {
  noun: QueueNoun<Row>;
  group: readonly string[];
  onGroup: (group: readonly string[]) => void;
}) {
  const names = group.flatMap((id) => fieldNamed(noun.fields, id)?.label ?? []);
  return (
    <Popover
      label="Group by"
      align="end"
      className="w-64 p-2"
      trigger={
        <Button tone={names.length === 0 ? 'quiet' : 'plain'} icon={Rows3} aria-label={`Group by ${names.join(', ')}`}>
          <span className="max-sm:sr-only">{names.length === 0 ? 'Group' : names.join(', ')}</span>
        </Button>
      }
    >
      <GroupPanel fields={noun.fields} group={group} onGroup={onGroup} />
    </Popover>
  );
}
