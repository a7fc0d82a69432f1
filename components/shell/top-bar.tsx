/** The line at the top: whose tenant, search, freshness, time. */
'use client';
import { Search } from 'lucide-react';
import { NoticeBell } from '@/components/shell/notice-bell';
import { SyncDot } from '@/components/shell/sync-dot';
import { TenantName } from '@/components/shell/tenant-name';
import { WhoMenu } from '@/components/shell/who-menu';
import { ZoneClock } from '@/components/shell/zone-clock';
import { Kbd } from '@/components/ui/kbd';

export function TopBar({ onSearch }: { onSearch: () => void }) {
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b bg-panel px-3 sm:gap-3 sm:px-4">
      <div className="flex min-w-0 flex-1 items-center">
        <TenantName />
      </div>
      <button
        type="button"
        onClick={onSearch}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-7 shrink-0 items-center gap-2 rounded border bg-canvas px-2 text-faint hover:border-line-strong hover:text-muted md:w-80"
      >
        <Search aria-hidden className="size-3.5" />
        <span className="flex-1 text-left max-md:sr-only">Any id, portal URL or page</span>
        <span className="max-md:hidden">
          <Kbd keys="Ctrl K" />
        </span>
      </button>
      <div className="flex shrink-0 items-center justify-end md:flex-1">
        <SyncDot />
        <ZoneClock />
        <NoticeBell />
        <WhoMenu />
      </div>
    </header>
  );
}
