// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { router, server } from '@/components/features/incident-page/testing/page-server';
import {
  address,
  alex,
  sampleAlert,
  sampleEntity,
  sampleEvidence,
  sampleIncident,
} from '@/components/features/incident-page/testing/sample-incident';
import { found, setUpPage, show } from '@/components/features/incident-page/testing/show-page';
import type { FieldSync } from '@/lib/domain/incident/incident';
import type { IncidentResolveReply } from '@/lib/domain/incident/incident-lookup';

vi.mock('next/navigation', async () => {
  const { router: stand } = await import('@/components/features/incident-page/testing/page-server');
  return { useRouter: () => stand };
});
vi.mock('@/lib/queries/client', async () => {
  const { clientModule } = await import('@/components/features/incident-page/testing/page-server');
  return clientModule();
});

setUpPage();

const story = [
  sampleAlert('first', '08:30', { title: 'Risky sign-in detected', product: 'entraIdProtection' }),
  sampleAlert('second', '09:40', { title: 'Activity from infrequent country', product: 'defenderForCloudApps' }),
];

describe('an id that nobody knows', () => {
  it('says what was looked for, where, and leads on', async () => {
    const user = show(
      {
        kind: 'unknown',
        lookedFor: '99999',
        lookedIn: ['Defender incidents by number', 'Sentinel incidents by number'],
      },
      { segment: '99999' },
    );
    expect(await screen.findByRole('heading', { name: /^No incident “\s?99999\s?”$/u })).toBeTruthy();
    expect(screen.getByText('Sentinel incidents by number')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'All incidents' }).getAttribute('href')).toBe('/incidents');
    await user.type(screen.getByLabelText('Another id or portal URL'), ' #871{Enter}');
    expect(router.push).toHaveBeenCalledWith('/incidents/%23871');
  });

  it('says that a text which is no id was looked for nowhere', async () => {
    show({ kind: 'unknown', lookedFor: '<img src=x>', lookedIn: [] }, { segment: '%3Cimg%20src%3Dx%3E' });
    expect(await screen.findByRole('heading', { name: /^No incident “\s?<img src=x>\s?”$/u })).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText(/neither system was asked/u)).toBeTruthy();
  });

  it('takes a broken percent-encoding as it stands', async () => {
    show({ kind: 'unknown', lookedFor: '100%', lookedIn: [] }, { segment: '100%' });
    await screen.findByRole('heading', { name: /^No incident “\s?100%\s?”$/u });
    expect(server.detail.mock.calls[0]?.[0]).toEqual({ key: '100%' });
  });
});

describe('other names of an incident', () => {
  it('lead to its stable address, portal URLs included', async () => {
    const url = 'https://security.microsoft.com/incidents/12345';
    show({ kind: 'redirected', to: '12345' }, { segment: encodeURIComponent(url), search: '?tab=alerts' });
    await waitFor(() =>
      expect(router.replace).toHaveBeenCalledWith(
        `/incidents/12345?${new URLSearchParams({ tab: 'alerts', from: url })}`,
      ),
    );
    expect(server.detail.mock.calls[0]?.[0]).toEqual({ key: url });
  });

  it('put an address right that has blanks in it', async () => {
    show(found(), { segment: '%2012345' });
    await waitFor(() => expect(router.replace).toHaveBeenCalledWith('/incidents/12345'));
  });

  const resolved = (reply: IncidentResolveReply) => server.resolve.mockResolvedValue(reply);

  it('names the merged incident through which one came', async () => {
    resolved({ kind: 'redirected', to: '12345' });
    show(found(), { search: '?from=12001' });
    await waitFor(() => expect(document.body.textContent).toContain('12001 was merged into 12345.'));
  });

  it('does not believe an address that claims a merge', async () => {
    resolved({ kind: 'found', key: '666' });
    show(found(), { search: '?from=666' });
    await screen.findByRole('tablist');
    await waitFor(() => expect(server.resolve).toHaveBeenCalled());
    expect(screen.queryByText(/was merged/u)).toBeNull();
  });
});

describe('the story', () => {
  it('tells the alerts in order, names the silence, and opens one in its place', async () => {
    const user = show(found({ alerts: [...story].reverse() }));
    const list = await screen.findByRole('list', { name: 'Alerts in the order in which things happened' });
    expect(
      within(list)
        .getAllByRole('heading', { level: 3 })
        .map((heading) => heading.textContent),
    ).toEqual(['High severity: Risky sign-in detected', 'High severity: Activity from infrequent country']);
    expect(within(list).getByText(/1 h 10 min without an alert/u)).toBeTruthy();
    const first = within(list).getByRole('button', { name: /Risky sign-in detected/u });
    expect(first.getAttribute('aria-expanded')).toBe('false');
    await user.click(first);
    expect(first.getAttribute('aria-expanded')).toBe('true');
    expect(within(list).getByText('Scheduled rule')).toBeTruthy();
  });

  it('is walked with j and k and opened with Enter', async () => {
    const user = show(found({ alerts: story }));
    const second = await screen.findByRole('button', { name: /infrequent country/u });
    const first = screen.getByRole('button', { name: /Risky sign-in detected/u });
    await user.keyboard('j');
    expect(document.activeElement).toBe(first);
    await user.keyboard('j');
    expect(document.activeElement).toBe(second);
    await user.keyboard('k{ArrowDown}{Enter}');
    expect(second.getAttribute('aria-expanded')).toBe('true');
    expect([first.tabIndex, second.tabIndex]).toEqual([-1, 0]);
  });

  it('M49: says which entity each alert shares with which other, and leads there', async () => {
    const evidence = [sampleEvidence(alex), sampleEvidence(address)];
    const third = sampleAlert('third', '09:52', { title: 'Secrets read', evidence: [sampleEvidence(alex)] });
    const user = show(found({ alerts: [...story.map((alert) => ({ ...alert, evidence })), third] }));
    const rows = within(
      await screen.findByRole('list', { name: 'Alerts in the order in which things happened' }),
    ).getAllByRole('article');
    expect(rows.map((row) => /Linked because: .* (?:earlier|later)/u.exec(row.textContent ?? '')?.[0])).toEqual([
      'Linked because: same user alex.johnson@contoso.com, same IP address 185.0.0.7 as “Activity from infrequent country” 1 h 10 min later',
      'Linked because: same user alex.johnson@contoso.com as “Secrets read” 12 min later',
      'Linked because: same user alex.johnson@contoso.com as “Activity from infrequent country” 12 min earlier',
    ]);
    await user.click(screen.getByRole('button', { name: /Secrets read/u }));
    const shared = screen.getByRole('list', { name: 'Shared with other alerts' });
    expect(shared.textContent).toContain('12 min earlier, and 1 more');
    expect(screen.getByText(/Defender does not say why it put the alert here/u)).toBeTruthy();
    await user.click(within(shared).getByRole('button', { name: 'Activity from infrequent country' }));
    const opened = await screen.findByRole('list', { name: 'Alerts' });
    expect(within(opened).getByRole('button', { name: /infrequent country/u, expanded: true })).toBeTruthy();
  });

  it('marks the alerts of the entity that was chosen', async () => {
    const user = show(
      found({ alerts: story, entities: [sampleEntity(alex, { alertIds: ['second'] }), sampleEntity(address)] }),
    );
    const chip = await screen.findByRole('button', { name: 'User alex.johnson@contoso.com' });
    await user.click(chip);
    expect(chip.getAttribute('aria-pressed')).toBe('true');
    const marked = screen.getAllByRole('article').filter((article) => article.className.includes('bg-selected'));
    expect(marked.map((article) => within(article).getByRole('heading').textContent)).toEqual([
      'High severity: Activity from infrequent country',
    ]);
  });

  it('hunts in exactly the window', async () => {
    show(found({ alerts: story, entities: [sampleEntity(alex)] }));
    const link = await screen.findByRole('link', { name: 'Hunt in this window' });
    const search = new URL(link.getAttribute('href') ?? '', 'http://localhost').searchParams;
    expect(search.get('timespan')).toBe('2025-01-15T08:30:00.000Z/2025-01-15T10:00:00.000Z');
    expect(search.get('query')).toContain('alex.johnson@contoso.com');
  });
});

describe('an incident with very many alerts', () => {
  it('puts only what is near the screen into the page', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(33);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
    const many = Array.from({ length: 1_240 }, (_, at) => sampleAlert(`a${at}`, '09:00', { title: `Alert ${at}` }));
    show(found({ alerts: many }), { search: '?tab=alerts' });
    const list = await screen.findByRole('list', { name: 'Alerts' });
    await waitFor(() => expect(within(list).getAllByRole('listitem').length).toBeGreaterThan(5));
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(60);
    expect(within(list).getAllByRole('listitem')[0]?.getAttribute('aria-setsize')).toBe('1240');
  });
});

describe('what attackers write', () => {
  const hostile = '<img src=x onerror=alert(1)>\u202eexe.fdp https://evil.example/x';

  it('is shown as text everywhere, hidden characters as marks, and never links', async () => {
    const entity = { ...alex, label: hostile, facts: [{ name: hostile, value: hostile }] };
    const user = show(
      found({
        incident: sampleIncident({ title: hostile, tags: [{ name: hostile, origin: 'analyst' }] }),
        alerts: [
          sampleAlert('x', '09:00', {
            title: hostile,
            description: hostile,
            productName: hostile,
            techniques: [hostile],
            tactics: [hostile],
            recommendedActions: hostile,
            webUrl: 'javascript:alert(1)',
            evidence: [sampleEvidence(entity, { roles: [hostile], remediation: hostile })],
          }),
        ],
        entities: [sampleEntity(entity, { alertIds: ['x'] })],
        comments: [
          {
            id: '1',
            system: 'sentinel',
            author: hostile,
            text: hostile,
            createdAt: '2025-01-15T09:10:00.000Z',
            state: 'refused',
            reason: hostile,
          },
        ],
      }),
    );
    await screen.findByRole('tablist');
    await user.click(screen.getByRole('button', { name: /High severity:/u }));
    for (const tab of [/Attack story/u, /Alerts/u, /Entities/u, /Comments/u]) {
      await user.click(screen.getByRole('tab', { name: tab }));
      expect(document.querySelector('img, script, iframe')).toBeNull();
      const addresses = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
      expect(
        addresses.filter(
          (href) =>
            !href.startsWith('/') &&
            !href.startsWith('https://security.microsoft.com/') &&
            !href.startsWith('https://portal.azure.com/'),
        ),
      ).toEqual([]);
    }
    expect(screen.getAllByTitle('Hidden character RLO').length).toBeGreaterThan(3);
  });
});

describe('what could not be read', () => {
  it('names the system and since when, and still shows the rest', async () => {
    show(
      found({
        alerts: story,
        failures: [
          { part: 'alerts', system: 'sentinel', message: 'Too many requests', since: '2025-01-15T10:01:00.000Z' },
        ],
      }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(
      /Sentinel has not told its alerts since 2025-01-15 10:01:00 UTC.*Too many requests.*Defender/u,
    );
    expect(screen.getByRole('button', { name: /Risky sign-in/u })).toBeTruthy();
  });

  it('offers another try when the console itself does not answer', async () => {
    const user = show(new Error('Failed to fetch'));
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(server.detail).toHaveBeenCalledTimes(2);
  });

  it('says what a system refused, and offers to send it again where that makes sense', async () => {
    const refused: FieldSync = {
      state: 'refused',
      since: '2025-01-15T10:04:00.000Z',
      commandId: 'c',
      shownBy: [],
      reason: 'Stale etag',
    };
    show(
      found({
        incident: sampleIncident({
          sync: {
            status: { ...refused, retryable: true },
            severity: { ...refused, reason: 'Forbidden', retryable: false },
          },
        }),
      }),
    );
    const alerts = await screen.findAllByRole('alert');
    expect(alerts.map((alert) => alert.textContent)).toEqual([
      expect.stringMatching(/Status was not changed.*Stale etag/u),
      expect.stringMatching(/Severity was not changed.*Forbidden/u),
    ]);
    expect(screen.getAllByRole('button', { name: 'Send again' })).toHaveLength(1);
  });
});

describe('comments', () => {
  it('keeps the words when they could not be stored', async () => {
    server.comment.mockRejectedValue(new Error('The console failed to answer.'));
    const user = show(found(), { search: '?tab=comments' });
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Add a comment');
    await user.type(field, 'Called Alex, it was not him');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('The console failed to answer.');
    expect(field.value).toBe('Called Alex, it was not him');
    expect(server.comment).toHaveBeenCalledTimes(1);
  });

  it('shows both systems as one conversation, oldest first, and takes refused words back', async () => {
    const comment = { system: 'defender', author: 'Maya Chen', state: 'confirmed' } as const;
    const user = show(
      found({
        comments: [
          { ...comment, id: '2', text: 'second', createdAt: '2025-01-15T10:02:00.000Z' },
          { ...comment, id: '1', system: 'sentinel', text: 'first', createdAt: '2025-01-15T10:01:00.000Z' },
          { ...comment, id: '3', text: 'third', createdAt: '2025-01-15T10:03:00.000Z', state: 'refused', reason: 'No' },
        ],
      }),
      { search: '?tab=comments' },
    );
    const list = await screen.findByRole('list', { name: 'Comments, oldest first' });
    expect(
      within(list)
        .getAllByRole('article')
        .map((entry) => entry.querySelector('p')?.textContent),
    ).toEqual(['first', 'second', 'third']);
    await user.click(within(list).getByRole('button', { name: 'Edit' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Add a comment').value).toBe('third');
  });
});
