import { expect, test } from 'vitest';
import type { SavedViews } from '@/lib/domain/queue/saved-view';
import { alertsAddress, alertsStart } from '@/lib/routes/alerts-search';
import { openedQuestion } from '@/lib/routes/opened-question';

const standing = [{ id: 'mine', search: '?q=mine:me' }];
const own = { id: 'own', noun: 'alerts' as const, name: 'Own', shared: false, owner: 'maya@contoso.com' };
const views = [{ ...own, search: '?q=severity:high', columns: null, zone: null, updatedAt: '' }];
const saved = (alerts: string | null): SavedViews => ({ views, defaults: { incidents: null, alerts, rules: null } });

test.each<[string, string, SavedViews | undefined, string]>([
  ['nothing is asked for', '', undefined, alertsStart.text],
  ['nothing, and there is a default view', '', saved('own'), 'severity:high'],
  ['nothing, and the default comes with the console', '', saved('mine'), 'mine:me'],
  ['a view by name stands over the default', '?view=mine', saved('own'), 'mine:me'],
  ['what is asked for stands over every view', '?q=dns', saved('own'), 'dns'],
  ['a view that is gone', '?view=gone', saved(null), alertsStart.text],
])('%s', (_, search, known, text) => {
  const queue = { noun: 'alerts' as const, address: alertsAddress, start: alertsStart, standing };
  expect(openedQuestion(queue, alertsAddress.load(search), known).text).toBe(text);
});
