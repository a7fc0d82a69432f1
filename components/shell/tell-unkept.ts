/** Says what of the acts that waited was not stored: at once, and in the bell until it is cleared. */
import { noticeStore } from '@/components/shell/notice-store';
import { unkeptNews } from '@/components/shell/unkept-words';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import type { Unkept } from '@/lib/queries/outbox/send-outbox';
import { serverNow } from '@/lib/queries/server-clock';

export function tellUnkept(unkept: readonly Unkept[]): void {
  const news = unkept.map(unkeptNews);
  const [first] = news;
  if (first === undefined) return;
  noticeStore.add(news, serverNow().toISOString());
  const title = news.length === 1 ? 'What waited was not stored' : `${news.length} of what waited were not stored`;
  const name = first.alert === true ? 'An alert' : `#${first.key}`;
  showToast(title, {
    tone: 'error',
    id: 'outbox',
    detail: news.length === 1 ? `${name}: ${first.text}` : 'The bell lists them.',
  });
  announce(title);
}
