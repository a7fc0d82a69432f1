// @vitest-environment happy-dom
/** The wizard without its server's help: what it warns of, suggests, complains about, and keeps when saving goes wrong. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NewRule } from '@/components/features/rules/new-rule';
import { keepDraft, keptDraft } from '@/components/features/rules/wizard/kept-draft';
import { aroundQueueTests, showQueue } from '@/components/queue/testing/show-queue';
import { newDraft, type Rule, type RuleDraft, type RuleLogic } from '@/lib/domain/rule/rule';
import type { QueryCheck, RuleOutcome, RulePreview, SaveRuleRequest } from '@/lib/domain/rule/rule-preview';

const server = vi.hoisted(() => ({
  check: vi.fn<() => Promise<QueryCheck>>(),
  preview: vi.fn<(input: { logic: RuleLogic }) => Promise<RulePreview>>(),
  save: vi.fn<(request: SaveRuleRequest) => Promise<RuleOutcome>>(),
}));
const router = vi.hoisted(() => ({ push: vi.fn() }));

vi.mock('next/navigation', () => ({ useRouter: () => router }));
vi.mock('@/lib/queries/client', async () => {
  const { silentRpc } = await import('@/components/queue/testing/silent-rpc');
  return { rpc: silentRpc({ rules: server }) };
});

const id = '00000000-0000-4000-8000-00000000ab01';
const query = 'SigninLogs | summarize count() by UserPrincipalName, IPAddress';
const written: RuleDraft = { ...newDraft, title: 'Odd sign-ins', logic: { ...newDraft.logic, query } };

aroundQueueTests();
beforeEach(() => {
  server.check.mockResolvedValue({
    kind: 'answered',
    columns: ['UserPrincipalName', 'IPAddress'].map((name) => ({ name, type: 'string' })),
    rows: 3,
    cut: null,
    from: '2025-01-15T05:00:00Z',
    until: '2025-01-15T10:00:00Z',
  });
  server.preview.mockResolvedValue({
    kind: 'previewed',
    runs: 34,
    spanMs: 7 * 24 * 3_600_000,
    limitedBy: null,
    quietRuns: 0,
    rows: 120,
    cutRuns: 0,
    alerts: 37,
    incidents: { alert: 37, allEntities: 14, allAlerts: 1, selected: 9 },
  });
});

/** A new rule that was begun before, at this page of the wizard. */
function show(step: string, draft: RuleDraft = written) {
  keepDraft(localStorage, 'new', { id, version: null, base: null, draft });
  return showQueue(<NewRule />, { search: `?step=${step}` }, () => undefined);
}
const kept = () => keptDraft(localStorage, 'new')?.draft;
const warning = () => screen.queryByText('This rule maps none of Account, IP and Host.');

describe('entities', () => {
  test('M51: a warning while none is mapped, and a suggestion that is taken with one press', async () => {
    const { user } = show('entities');
    await user.click(await screen.findByRole('button', { name: /^Account: UserPrincipalName/u }));
    expect(warning()).toBeNull();
    expect(kept()?.logic.mappings).toEqual([
      { entity: 'Account', fields: [{ identifier: 'FullName', column: 'UserPrincipalName' }] },
    ]);
    await user.click(screen.getByRole('button', { name: 'Remove Account' }));
    expect(warning()).not.toBeNull();
  });

  test('another entity alone is not enough, and the columns are those of the query', async () => {
    const { user } = show('entities');
    await user.click(await screen.findByRole('button', { name: 'Add entity' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Entity' }), 'URL');
    expect(warning()).not.toBeNull();
    const column = await screen.findByRole('combobox', { name: 'Column for URL Url' });
    await waitFor(() =>
      expect(
        within(column)
          .getAllByRole('option')
          .map(({ textContent }) => textContent),
      ).toEqual(['Choose a column', 'UserPrincipalName', 'IPAddress']),
    );
  });
});

describe('incidents', () => {
  test('M50: the four ways, each with what it would have made', async () => {
    const grouping = { ...written.logic.grouping, entities: ['Account' as const] };
    show('incidents', { ...written, logic: { ...written.logic, grouping } });
    await waitFor(() =>
      expect(screen.getAllByText(/would have made/u).map(({ textContent }) => textContent)).toEqual([
        'would have made 37 incidentsof 37 alerts in the last 7 days',
        'would have made 14 incidentsof 37 alerts in the last 7 days',
        'would have made 1 incidentof 37 alerts in the last 7 days',
        'would have made 9 incidentsof 37 alerts in the last 7 days',
      ]),
    );
  });

  test('nothing is said of a selection while there is none', async () => {
    show('incidents');
    expect(await screen.findAllByText(/would have made/u)).toHaveLength(3);
    expect(screen.getByText('Nothing is selected yet')).toBeTruthy();
  });

  test('choosing among them asks nothing anew; another look-back does', async () => {
    const { user } = show('incidents');
    await screen.findAllByText(/would have made/u);
    await user.click(screen.getByRole('radio', { name: /^All entities match/u }));
    expect(server.preview).toHaveBeenCalledTimes(1);
    await user.type(screen.getByRole('textbox', { name: 'Alerts may join an incident for' }), '0');
    await waitFor(() => expect(server.preview).toHaveBeenCalledTimes(2));
    expect(server.preview.mock.lastCall?.[0].logic.grouping.lookback).toBe('PT50H');
  });

  test('a query that cannot be asked is not asked', async () => {
    show('incidents', { ...written, logic: { ...written.logic, query: '' } });
    expect(await screen.findByText('A rule needs a query.')).toBeTruthy();
    expect(server.preview).not.toHaveBeenCalled();
  });
});

describe('saving', () => {
  const saveButton = () => screen.getByRole('button', { name: 'Save rule' });

  test('what is missing stands before the button, with the way there', async () => {
    const { user } = show('review', { ...written, title: '' });
    expect((await screen.findByRole('button', { name: 'Save rule' })).hasAttribute('disabled')).toBe(true);
    const missing = screen.getByRole('region', { name: 'What is still missing' });
    await user.click(within(missing).getByRole('button', { name: 'General' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toBeTruthy();
  });

  test.each<[string, () => void, RegExp]>([
    [
      'refused',
      () => server.save.mockResolvedValue({ outcome: 'refused', reason: 'The query has no column X.' }),
      /no column X/u,
    ],
    ['unanswered', () => server.save.mockRejectedValue(new Error('Sentinel did not answer.')), /did not answer/u],
  ])('%s: the reason is shown and nothing that was written is lost', async (_name, arrange, says) => {
    arrange();
    const { user } = show('general');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), ' at night');
    await user.click(screen.getByRole('button', { name: 'Review and save' }));
    await user.click(saveButton());
    expect(await screen.findByText(says)).toBeTruthy();
    expect(kept()?.title).toBe('Odd sign-ins at night');
    expect(server.save.mock.lastCall?.[0]).toMatchObject({
      id,
      version: null,
      draft: { title: 'Odd sign-ins at night' },
    });
  });

  test('saved: the draft is gone and the list shows the rule', async () => {
    server.save.mockImplementation(async ({ draft }) => {
      const rule: Rule = { ...draft, id, kind: 'scheduled', kindName: 'Scheduled', updatedAt: null, version: '"1"' };
      return { outcome: 'saved', rule };
    });
    const { user } = show('review');
    await user.click(await screen.findByRole('button', { name: 'Save rule' }));
    await waitFor(() => expect(router.push).toHaveBeenCalledWith(`/rules?row=${id}`));
    expect(kept()).toBeUndefined();
  });
});
