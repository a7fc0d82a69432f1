import { describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/kql/catalogue/catalogue';
import { graphAlert } from '@/lib/wire/graph-security/alert';
import { graphIncident } from '@/lib/wire/graph-security/incident';
import { sentinelAlert } from '@/lib/wire/sentinel/alert';
import { sentinelComment } from '@/lib/wire/sentinel/comment';
import { sentinelEntity } from '@/lib/wire/sentinel/entity';
import { sentinelIncident } from '@/lib/wire/sentinel/incident';
import { createCompany } from '@/mocks/company/company';
import type { LogBatch, LogRow } from '@/mocks/company/log-row';
import { sentinelAlertOf, sentinelEntitiesOf } from '@/mocks/scenarios/kernel/sentinel-face';
import { allStories } from '@/mocks/scenarios/plan';
import { stories } from '@/mocks/scenarios/stories';

const company = createCompany(50);
const now = new Date('2025-01-15T10:05:00Z');
const tell = (incidents: number, seed = 50) => [...stories({ seed, company, now, incidents })];
const all = tell(200);
const main = all.find((incident) => incident.graph?.id === '12345');
const deviceNames = new Map(company.devices.map(({ deviceId, dnsName }) => [deviceId, dnsName]));
const timeOf = (row: Readonly<Record<string, unknown>>) => Number(row.Timestamp ?? row.TimeGenerated);

/** Whether a row's initiating process is the one whose start `parent` tells, and comes after it. */
function isStartOf(parent: LogRow, row: LogRow): boolean {
  return (
    row.InitiatingProcessId === parent.ProcessId &&
    row.InitiatingProcessCreationTime === parent.ProcessCreationTime &&
    row.InitiatingProcessSHA256 === parent.SHA256 &&
    row.InitiatingProcessCommandLine === parent.ProcessCommandLine &&
    row.InitiatingProcessParentId === parent.InitiatingProcessId &&
    row.InitiatingProcessParentFileName === parent.InitiatingProcessFileName &&
    timeOf(row) >= timeOf(parent)
  );
}

const rowsIn = (told: readonly LogBatch[], table: string) => told.find((batch) => batch.table === table)?.rows ?? [];

function processQuarrels(told: readonly LogBatch[]): string[] {
  const key = (row: LogRow, id: unknown) => `${row.DeviceId}/${id}`;
  const started = new Map(rowsIn(told, 'DeviceProcessEvents').map((row) => [key(row, row.ProcessUniqueId), row]));
  return told.flatMap(({ table, rows }) =>
    rows.flatMap((row) => {
      const parent = started.get(key(row, row.InitiatingProcessUniqueId));
      return parent && !isStartOf(parent, row) ? [`${table} disagrees about ${parent.FileName}`] : [];
    }),
  );
}

function deviceQuarrels(told: readonly LogBatch[]): string[] {
  return told.flatMap(({ table, rows }) =>
    rows.flatMap((row) => {
      const strange = row.DeviceId !== undefined && deviceNames.get(String(row.DeviceId)) !== row.DeviceName;
      // The agent of the security log runs on servers and domain controllers alone.
      const agentless = table === 'SecurityEvent' && !/^(srv|dc)-/.test(String(row.Computer));
      return strange || agentless ? [`${table} has another device`] : [];
    }),
  );
}

function mailQuarrels(told: readonly LogBatch[]): string[] {
  const mails = new Set(rowsIn(told, 'EmailEvents').map((row) => row.NetworkMessageId));
  return ['EmailUrlInfo', 'EmailAttachmentInfo', 'EmailPostDeliveryEvents', 'UrlClickEvents'].flatMap((table) =>
    rowsIn(told, table).some((row) => !mails.has(row.NetworkMessageId)) ? [`${table} has a mail of its own`] : [],
  );
}

describe('stories', () => {
  it('are the same for the same seed, rows included, whatever was read before', () => {
    const again = tell(200);
    expect(JSON.stringify(again)).toBe(JSON.stringify(all));
    const backwards = [...again].reverse().map((incident) => JSON.stringify(incident.rows()));
    expect(backwards.reverse()).toEqual(all.map((incident) => JSON.stringify(incident.rows())));
    expect(JSON.stringify(main?.rows())).toBe(JSON.stringify(main?.rows()));
    expect(JSON.stringify(tell(200, 51))).not.toBe(JSON.stringify(all));
  });

  it('are as many as asked for, with every story told', () => {
    expect(all).toHaveLength(200);
    expect(tell(1).map((incident) => incident.graph?.id)).toEqual(['12345']);
    expect(new Set(all.map((incident) => incident.story))).toEqual(new Set(allStories.map((story) => story.name)));
  });

  it('have ids of their own on both sides', () => {
    const many = tell(3_000);
    const ids = many.flatMap(({ graph }) => graph?.id ?? []);
    const numbers = many.flatMap(({ sentinel }) => sentinel?.properties.incidentNumber ?? []);
    const alerts = many.flatMap((incident) => incident.alerts.map((alert) => alert.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(alerts).size).toBe(alerts.length);
    for (const id of ids) expect(Number(id)).toBeGreaterThan(0);
  });

  it('parse as what Microsoft sends', () => {
    for (const { graph, sentinel, sentinelComments, alerts } of all) {
      if (graph) graphIncident.parse(graph);
      if (sentinel) sentinelIncident.parse(sentinel);
      for (const comment of sentinelComments) sentinelComment.parse(comment);
      for (const alert of alerts.slice(0, 10)) {
        expect(graphAlert.parse(alert)).toEqual(alert);
        sentinelAlert.parse(sentinelAlertOf(alert));
      }
      for (const entity of sentinelEntitiesOf(alerts)) sentinelEntity.parse(entity);
    }
  });

  it('have a believable spread: most are closed, about forty wait, several of them high', () => {
    const statuses = all.map(({ graph }) => graph?.status);
    const share = (status: string) => statuses.filter((other) => other === status).length / all.length;
    expect(share('resolved')).toBeGreaterThan(0.62);
    expect(share('resolved')).toBeLessThan(0.8);
    const waiting = all.filter(({ graph }) => graph?.status === 'active');
    expect(waiting.length).toBeGreaterThan(28);
    expect(waiting.length).toBeLessThan(50);
    expect(waiting.filter(({ graph }) => graph?.severity === 'high').length).toBeGreaterThan(4);
    expect(
      new Set(all.flatMap(({ alerts }) => alerts.map((alert) => alert.serviceSource))).size,
    ).toBeGreaterThanOrEqual(10);
  });

  it('happen in time: created before now, changed after created, within thirty days', () => {
    for (const { graph, alerts, rows } of all) {
      for (const { rows: lines } of rows())
        for (const row of lines) expect(timeOf(row)).toBeLessThanOrEqual(now.getTime());
      for (const alert of alerts) expect(Date.parse(alert.createdDateTime ?? '')).toBeLessThanOrEqual(now.getTime());
      if (!graph) continue;
      const created = Date.parse(graph.createdDateTime);
      expect(created).toBeLessThanOrEqual(now.getTime());
      expect(created).toBeGreaterThan(now.getTime() - 31 * 86_400_000);
      expect(Date.parse(graph.lastUpdateDateTime)).toBeGreaterThanOrEqual(created);
      expect(Date.parse(graph.lastUpdateDateTime)).toBeLessThanOrEqual(now.getTime());
    }
  });

  it('only write columns the tables have', () => {
    const tables = new Map(
      catalogue().map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]),
    );
    const wrong = new Set<string>();
    for (const { table, rows } of all.flatMap((incident) => incident.rows())) {
      for (const row of rows)
        for (const column of Object.keys(row)) if (!tables.get(table)?.has(column)) wrong.add(`${table}.${column}`);
    }
    expect([...wrong]).toEqual([]);
  });

  it('tell no step before its time, and no alert before what it is about', () => {
    const early = all.flatMap(({ story, steps, alerts }) => [
      ...steps.flatMap((step) =>
        step.rows().flatMap(({ table, rows }) =>
          // A DNS answer and a ticket come a moment before the connection a step is named after.
          rows.some((row) => timeOf(row) < step.at - 2_000) ? [`${story}: ${table} of "${step.what}"`] : [],
        ),
      ),
      ...alerts.flatMap(
        ({ title, firstActivityDateTime: first, lastActivityDateTime: last, createdDateTime: created }) =>
          first && last && created && first <= last && last <= created ? [] : [`${story}: ${title}`],
      ),
    ]);
    expect([...new Set(early)]).toEqual([]);
  });

  it('name a process, a device and a mail alike in every table', () => {
    const wrong = all.flatMap(({ story, rows }) => {
      const told = rows();
      return [...processQuarrels(told), ...deviceQuarrels(told), ...mailQuarrels(told)].map(
        (one) => `${story}: ${one}`,
      );
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('scale to thousands of incidents without building rows', () => {
    const startedAt = performance.now();
    expect(tell(4_000)).toHaveLength(4_000);
    expect(performance.now() - startedAt).toBeLessThan(60_000);
  });
});

describe('the pairing trap', () => {
  it('a Sentinel-only incident repeats its own number, which is some other incident in Defender', () => {
    const ids = new Set(all.flatMap(({ graph }) => graph?.id ?? []));
    const alone = all.filter(({ graph }) => graph === null);
    expect(alone.length).toBeGreaterThanOrEqual(3);
    for (const { sentinel } of alone) {
      expect(sentinel?.properties.providerName).toBe('Azure Sentinel');
      expect(sentinel?.properties.providerIncidentId).toBe(String(sentinel?.properties.incidentNumber));
      expect(sentinel?.properties.providerIncidentId).not.toBe('12345');
    }
    expect(alone.some(({ sentinel }) => ids.has(sentinel?.properties.providerIncidentId ?? ''))).toBe(true);
  });

  it('synced twins name each other, and a few in Defender have no twin yet', () => {
    const twins = all.filter(({ graph, sentinel }) => graph && sentinel);
    for (const { graph, sentinel } of twins) {
      expect(sentinel?.properties.providerName).toBe('Microsoft XDR');
      expect(sentinel?.properties.providerIncidentId).toBe(graph?.id);
      expect(sentinel?.properties.title).toBe(graph?.displayName);
      expect(Date.parse(sentinel?.properties.createdTimeUtc ?? '')).toBeLessThanOrEqual(now.getTime());
    }
    expect(all.filter(({ graph, sentinel }) => graph && !sentinel).length).toBeGreaterThanOrEqual(2);
  });
});

describe('special incidents', () => {
  it('one was merged: redirected, closed in Sentinel, its alerts with the survivor', () => {
    const merged = all.filter(({ graph }) => graph?.status === 'redirected');
    expect(merged).toHaveLength(1);
    const survivor = all.find(({ graph }) => graph?.id === merged[0]?.graph?.redirectIncidentId);
    expect(merged[0]?.alerts).toHaveLength(0);
    expect(merged[0]?.sentinel?.properties.status).toBe('Closed');
    expect(merged[0]?.sentinel?.properties.labels?.map((label) => label.labelName)).toContain('Redirected');
    expect(survivor?.alerts).toHaveLength(2);
    for (const alert of survivor?.alerts ?? []) expect(alert.incidentId).toBe(survivor?.graph?.id);
  });

  it('one has 160 alerts, of which Sentinel keeps 150', () => {
    const storm = all.find(({ story }) => story === 'alert-storm');
    expect(storm?.alerts).toHaveLength(160);
    expect(storm?.sentinel?.properties.additionalData?.alertsCount).toBe(150);
  });

  it('one has 1,240 alerts and one 10,000, days old, each alert with the row it is about', () => {
    for (const [name, count, table] of [
      ['mail-campaign', 1_240, 'EmailEvents'],
      ['scanner-storm', 10_000, 'CommonSecurityLog'],
    ] as const) {
      const flood = all.find(({ story }) => story === name);
      expect(flood?.alerts).toHaveLength(count);
      expect(new Set(flood?.alerts.map((alert) => alert.createdDateTime)).size).toBe(count);
      expect(flood?.sentinel?.properties.additionalData?.alertsCount).toBe(150);
      expect(flood?.rows().find((batch) => batch.table === table)?.rows).toHaveLength(count);
      expect(Date.parse(flood?.graph?.createdDateTime ?? '')).toBeLessThan(now.getTime() - 2 * 86_400_000);
    }
    expect(tell(99).some(({ story }) => story === 'scanner-storm')).toBe(false);
  });

  it.each([
    [
      'aitm-bec',
      ['T1557', 'T1564.008', 'T1534'],
      [
        'EmailEvents',
        'EmailUrlInfo',
        'UrlClickEvents',
        'SigninLogs',
        'AADNonInteractiveUserSignInLogs',
        'CloudAppEvents',
        'OfficeActivity',
      ],
    ],
    [
      'threat-intel-c2',
      ['T1071.001', 'T1218.011'],
      [
        'ThreatIntelligenceIndicator',
        'ThreatIntelIndicators',
        'ASimDnsActivityLogs',
        'DeviceProcessEvents',
        'DeviceNetworkEvents',
        'CommonSecurityLog',
      ],
    ],
  ])('%s leaves rows wherever it would be seen', (name, techniques, tables) => {
    const told = all.find(({ story }) => story === name);
    const seen = new Set(told?.alerts.flatMap((alert) => alert.mitreTechniques ?? []));
    for (const technique of techniques) expect(seen).toContain(technique);
    const filled = new Set(told?.rows().map((batch) => batch.table));
    for (const table of tables) expect(filled).toContain(table);
  });

  it('one is a closed false positive, one is told by four products, one has a hostile title', () => {
    expect(all.some(({ graph }) => graph?.status === 'resolved' && graph.classification === 'falsePositive')).toBe(
      true,
    );
    const multi = all.find(({ story }) => story === 'firewall-to-endpoint');
    expect(new Set(multi?.alerts.map((alert) => alert.productName)).size).toBeGreaterThanOrEqual(3);
    const title = all.find(({ story }) => story === 'hostile-title')?.graph?.displayName ?? '';
    expect(title).toContain('<script>');
    expect(title).toContain('\u202e');
    expect(all.some(({ graph }) => (graph?.displayName ?? '').length > 500)).toBe(true);
  });
});

describe('Challenge 50', () => {
  const sources = main?.alerts.map((alert) => [alert.title, alert.serviceSource]);

  it('is incident #12345, high, new and unassigned, with the four alerts in order', () => {
    expect(main?.graph?.displayName).toBe('Multi-stage attack: Suspicious sign-in + credential access');
    expect(main?.graph?.severity).toBe('high');
    expect(main?.graph?.status).toBe('active');
    expect(main?.graph?.assignedTo).toBeNull();
    expect(sources).toEqual([
      ['Risky sign-in detected', 'azureAdIdentityProtection'],
      ['Activity from infrequent country', 'microsoftDefenderForCloudApps'],
      ['Suspicious Sign-in Followed by Azure Resource Access', 'microsoftSentinel'],
      ['Post-Compromise Credential Access Attempt', 'microsoftSentinel'],
    ]);
    const firsts = main?.alerts.map((alert) => alert.firstActivityDateTime ?? '') ?? [];
    expect([...firsts].sort()).toEqual(firsts);
  });

  it('shows user, address, Key Vault, storage, cloud app, mailbox, mail and device', () => {
    const types = new Set(
      main?.alerts.flatMap((alert) => alert.evidence?.map((piece) => piece['@odata.type'].split('.').at(-1)) ?? []),
    );
    for (const type of [
      'userEvidence',
      'ipEvidence',
      'azureResourceEvidence',
      'cloudApplicationEvidence',
      'mailboxEvidence',
      'analyzedMessageEvidence',
      'deviceEvidence',
    ]) {
      expect(types).toContain(type);
    }
    const kinds = new Set(sentinelEntitiesOf(main?.alerts ?? []).map((entity) => entity.kind));
    for (const kind of ['Account', 'Ip', 'AzureResource', 'CloudApplication', 'Mailbox', 'MailMessage', 'Host'])
      expect(kinds).toContain(kind);
  });

  it('names the techniques of the course', () => {
    const techniques = new Set(main?.alerts.flatMap((alert) => alert.mitreTechniques ?? []));
    for (const technique of ['T1078', 'T1555', 'T1530', 'T1098']) expect(techniques).toContain(technique);
  });

  it('runs from 08:30 to 10:00 with its last part inside the fifteen-minute look-back for six minutes more', () => {
    const inWindow = (main?.steps ?? []).filter((step) => step.at >= Date.parse('2025-01-15T08:30:00Z'));
    expect(inWindow.length).toBeGreaterThanOrEqual(10);
    for (const step of inWindow) expect(step.at).toBeLessThan(Date.parse('2025-01-15T10:00:00Z'));
    const sixMinutesOn = now.getTime() + 6 * 60_000 - 15 * 60_000;
    const rows = main?.rows().find((batch) => batch.table === 'SigninLogs')?.rows ?? [];
    const late = rows.filter(
      (row) =>
        Number(row.TimeGenerated) > sixMinutesOn && row.RiskLevelDuringSignIn === 'high' && row.ResultType === '0',
    );
    expect(late.length).toBeGreaterThan(0);
  });
});
