/**
 * The document: theme and density from the visitor's cookie, so that nothing flashes, what every page asks first, and
 * the shell around every page.
 */
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { Providers } from '@/components/shell/providers';
import { readPreferences } from '@/components/shell/read-preferences';
import { Shell } from '@/components/shell/shell';
import { askedAhead } from '@/lib/rpc/asked-ahead';

export const metadata: Metadata = {
  title: { default: 'OneQueue', template: '%s · OneQueue' },
  description: 'One queue over Microsoft Sentinel and Microsoft Defender XDR.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function Layout({ children }: { children: ReactNode }) {
  const preferences = await readPreferences();
  for (const address of askedAhead) preload(address, { as: 'fetch', crossOrigin: 'anonymous' });
  return (
    <html lang="en" data-theme={preferences.theme} data-density={preferences.density}>
      <body>
        <Providers preferences={preferences}>
          <Shell>{children}</Shell>
        </Providers>
      </body>
    </html>
  );
}
