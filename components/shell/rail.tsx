/** The rail on the left: the rooms that exist. On a narrow screen it lies at the bottom. */
'use client';
import clsx from 'clsx';
import { Crosshair, Layers, type LucideIcon, Settings } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { huntingPath, incidentsPath, settingsPath } from '@/lib/routes/paths';

const rooms: readonly { name: string; path: string; icon: LucideIcon; keys: string }[] = [
  { name: 'Incidents', path: incidentsPath(), icon: Layers, keys: 'g i' },
  { name: 'Hunting', path: huntingPath(), icon: Crosshair, keys: 'g h' },
  { name: 'Settings', path: settingsPath(), icon: Settings, keys: 'g s' },
];

export function Rail() {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Rooms"
      className="order-last flex shrink-0 justify-around border-t bg-panel p-1 sm:order-first sm:w-[68px] sm:flex-col sm:justify-start sm:gap-1 sm:border-t-0 sm:border-r sm:p-1.5"
    >
      {rooms.map(({ name, path, icon: Icon, keys }) => {
        const here = pathname === path || pathname.startsWith(`${path}/`);
        return (
          <Link
            key={path}
            href={path}
            prefetch={false}
            aria-current={here ? 'page' : undefined}
            title={`${name} (${keys})`}
            className={clsx(
              'flex min-w-14 flex-col items-center gap-0.5 rounded py-1.5 text-[10.5px] leading-4',
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
