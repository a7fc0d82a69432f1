/** An id in mono with a button that copies it raw. `<IdChip id="12345" name="Defender id" />`, `shown` for a shorter text. */
import { CopyButton } from '@/components/ui/copy-button';

export function IdChip({ id, name, shown = id }: { id: string; name: string; shown?: string }) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center">
      <span className="truncate font-mono text-[12px]" title={`${name}: ${id}`}>
        {shown}
      </span>
      <CopyButton text={id} label={`Copy ${name}`} />
    </span>
  );
}
