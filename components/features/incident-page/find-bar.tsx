/** The list's own find, because rows outside of the screen are not in the page and the browser's find misses them. */
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextInput } from '@/components/ui/text-input';

/** How tall this bar and the column names below it are: what the list's cursor must stay clear of. */
export const listHeadPx = 74;

const counted = (count: number) => count.toLocaleString('en');

export function FindBar({
  label,
  find,
  onFind,
  shown,
  all,
  children,
}: {
  label: string;
  find: string;
  onFind: (text: string) => void;
  shown: number;
  all: number;
  children?: ReactNode;
}) {
  return (
    <div className="z-10 flex flex-wrap items-center gap-3 border-b bg-canvas px-4 py-2 sm:sticky sm:top-0">
      <TextInput
        label={label}
        placeholder={label}
        value={find}
        onChange={onFind}
        icon={Search}
        className="w-64 max-w-full"
      />
      <p role="status" className="text-muted">
        {shown === all ? counted(all) : `${counted(shown)} of ${counted(all)}`}
      </p>
      <span className="ml-auto">{children}</span>
    </div>
  );
}
