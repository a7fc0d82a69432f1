/** The rail on the left: the rooms that exist. On a narrow screen it lies at the bottom. */
'use client';
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { rooms } from '@/components/shell/rooms';
import { liveKeys } from '@/components/ui/key-map';
import { usePreferences } from '@/components/ui/preferences-provider';

export function Rail() {
  const pathname = usePathname();
  const [preferences] = usePreferences();
  return (
    <nav
      aria-label="Rooms"
      className="order-last flex shrink-0 justify-around border-t bg-panel p-1 sm:order-first sm:w-[68px] sm:flex-col sm:justify-start sm:gap-1 sm:border-t-0 sm:border-r sm:p-1.5"
    >
      {rooms.map(({ name, path, icon: Icon, keys }) => {
        const here = pathname === path || pathname.startsWith(`${path}/`);
        const pressed = liveKeys(keys, preferences);
        return (
          <Link
            key={path}
            href={path}
            prefetch={false}
            aria-current={here ? 'page' : undefined}
            title={pressed === null ? name : `${name} (${pressed})`}
            className={clsx(
              'flex min-w-0 flex-1 flex-col sm:min-w-14 sm:flex-none items-center gap-0.5 rounded py-1.5 text-[10.5px] leading-4 whitespace-nowrap',
              here ? 'bg-selected text-ink' : 'text-muted hover:bg-hover hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-[18px]" strokeWidth={1.6} />
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
