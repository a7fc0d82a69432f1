/** Next.js calls this when the server starts: the hub begins to follow both systems before anybody opens a page. */

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { getHub } = await import('@/lib/hub/instance');
  // A console without settings starts all the same; its pages say what is missing, and `getHub` has logged it.
  getHub().catch(() => undefined);
}
