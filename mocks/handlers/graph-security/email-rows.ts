/** The mails of the tenant are rows of `EmailEvents`; this asks the engine for them, with their links and attachments. */
import { whileEngineLives } from '@/mocks/handlers/manners/engine-trouble';
import type { Services } from '@/mocks/handlers/services';

export type EmailRow = Readonly<Record<string, unknown>>;

const limits = { rows: 50_000, bytes: 64 << 20, waitMs: 60_000 };
const oldestMs = 30 * 86_400_000;

/** A text as KQL writes it. */
export const kqlText = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

async function rowsOf({ engine, store, logs }: Services, query: string): Promise<EmailRow[]> {
  await logs.settled();
  const now = store.clock.now();
  const timespan = { start: new Date(now.getTime() - oldestMs), end: now };
  const result = await whileEngineLives(() => engine.run(query, { now, timespan, limits, world: 'hunting' }));
  if (!result.ok) throw new Error(`the tenant's own query failed: ${result.problems[0]?.message}`);
  const names = result.columns.map(({ name }) => name);
  return result.rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
}

export type EmailQuestion = {
  start: Date;
  end: Date;
  /** Only this message. */
  networkMessageId: string | null;
  take: number;
};

/** Newest first. */
export function emailRows(
  services: Services,
  { start, end, networkMessageId, take }: EmailQuestion,
): Promise<EmailRow[]> {
  const only = networkMessageId === null ? '' : `| where NetworkMessageId == ${kqlText(networkMessageId)}`;
  return rowsOf(
    services,
    `EmailEvents
    | where Timestamp between (datetime(${start.toISOString()}) .. datetime(${end.toISOString()})) ${only}
    | sort by Timestamp desc, NetworkMessageId asc, RecipientEmailAddress asc | take ${take}`,
  );
}

export async function countEmails(
  services: Services,
  { start, end }: Pick<EmailQuestion, 'start' | 'end'>,
): Promise<number> {
  const [row] = await rowsOf(
    services,
    `EmailEvents | where Timestamp between (datetime(${start.toISOString()}) .. datetime(${end.toISOString()})) | count`,
  );
  return Number(row?.Count ?? 0);
}

/** Links and attachments of messages, by `NetworkMessageId`. */
export async function emailParts(
  services: Services,
  ids: readonly string[],
): Promise<{ urls: ReadonlyMap<unknown, EmailRow[]>; files: ReadonlyMap<unknown, EmailRow[]> }> {
  if (ids.length === 0) return { urls: new Map(), files: new Map() };
  const where = `| where NetworkMessageId in (${[...new Set(ids)].map(kqlText).join(', ')})`;
  const [urls, files] = [
    await rowsOf(services, `EmailUrlInfo ${where} | distinct NetworkMessageId, Url`),
    await rowsOf(services, `EmailAttachmentInfo ${where}`),
  ];
  return { urls: grouped(urls), files: grouped(files) };
}

function grouped(rows: readonly EmailRow[]): Map<unknown, EmailRow[]> {
  const groups = new Map<unknown, EmailRow[]>();
  for (const row of rows) groups.set(row.NetworkMessageId, [...(groups.get(row.NetworkMessageId) ?? []), row]);
  return groups;
}
