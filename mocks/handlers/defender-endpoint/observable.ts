/**
 * What Defender for Endpoint knows of a file, an address or a domain. What the organization saw of it is asked of the
 * devices' own logs. https://learn.microsoft.com/defender-endpoint/api/files and its siblings for addresses and domains
 */
import { HttpResponse, http } from 'msw';
import type {
  EndpointDomainStatistics,
  EndpointFile,
  EndpointFileStatistics,
  EndpointIpStatistics,
} from '@/lib/wire/defender-endpoint/observable';
import { endpointContext, onBothHosts } from '@/mocks/handlers/defender-endpoint/hosts';
import { outOfTime, whileEngineLives } from '@/mocks/handlers/manners/engine-trouble';
import { Refusal } from '@/mocks/handlers/manners/refusal';
import type { HandlerGroup, Services } from '@/mocks/handlers/services';

const hourMs = 3_600_000;
const longestLookBack = 720;
const limits = { rows: 100, bytes: 1_000_000, waitMs: 60_000 };

type Row = Readonly<Record<string, unknown>>;

/** The first row of the answer; an empty object when there is none. */
async function firstRow(
  { store, engine, logs }: Services,
  request: Request,
  query: string,
  hours: number,
): Promise<Row> {
  await logs.settled((table) => table.startsWith('Device'));
  const now = store.clock.now();
  const timespan = { start: new Date(now.getTime() - hours * hourMs), end: now };
  const asked = { now, timespan, limits, world: 'hunting' as const, signal: request.signal };
  const answer = await whileEngineLives(() => engine.run(query, asked));
  if (!answer.ok) throw outOfTime(answer.problems) ?? new Error(answer.problems[0]?.message ?? 'the query failed');
  return Object.fromEntries(answer.columns.map(({ name }, index) => [name, answer.rows[0]?.[index]]));
}

function lookBackHours(request: Request): number {
  const text = new URL(request.url).searchParams.get('lookBackHours');
  const hours = text === null ? longestLookBack : Number(text);
  if (Number.isInteger(hours) && hours >= 1 && hours <= longestLookBack) return hours;
  throw new Refusal(400, 'InvalidInput', `lookBackHours must be a whole number between 1 and ${longestLookBack}.`);
}

/** Only what has this form becomes part of a query. */
function wellFormed(text: string, form: RegExp, what: string): string {
  if (form.test(text)) return text.toLowerCase();
  throw new Refusal(400, 'InvalidInput', `${what} '${text}' is not valid.`);
}

const textOf = (cell: unknown): string | null => (typeof cell === 'string' && cell !== '' ? cell : null);
const numberOf = (cell: unknown): number => (typeof cell === 'bigint' ? Number(cell) : Number(cell ?? 0));
const timeOf = (cell: unknown): string | null => {
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'string' && !Number.isNaN(Date.parse(cell)) ? new Date(cell).toISOString() : null;
};

const organization = 'Devices = dcount(DeviceId), First = min(Timestamp), Last = max(Timestamp)';
const organizationOf = (row: Row) => ({
  orgPrevalence: String(numberOf(row.Devices)),
  orgFirstSeen: timeOf(row.First),
  orgLastSeen: timeOf(row.Last),
});

type File = { world: Row; here: Row; sha1: string };

/** By either hash, in the world and here; 404 for a file that neither has seen. */
async function fileOr404(services: Services, request: Request, id: string): Promise<File> {
  const hash = wellFormed(id, /^([0-9a-f]{40}|[0-9a-f]{64})$/i, 'File identifier');
  const column = hash.length === 40 ? 'SHA1' : 'SHA256';
  const seen = 'union DeviceProcessEvents, DeviceFileEvents, DeviceImageLoadEvents';
  const names = 'Names = make_set(FileName, 5), Sha1 = take_anyif(SHA1, isnotempty(SHA1))';
  const here = await firstRow(
    services,
    request,
    `${seen} | where ${column} =~ '${hash}' | summarize ${organization}, ${names}`,
    lookBackHours(request),
  );
  const world = await firstRow(
    services,
    request,
    `print ${column} = '${hash}' | invoke FileProfile(${column})`,
    longestLookBack,
  );
  const unknown = timeOf(world.GlobalFirstSeen) === null && numberOf(here.Devices) === 0;
  if (unknown) throw new Refusal(404, 'ResourceNotFound', `File ${hash} was not found`);
  return { world, here, sha1: textOf(world.SHA1) ?? textOf(here.Sha1) ?? hash };
}

function fileFace({ world, here, sha1 }: File): EndpointFile {
  const threat = textOf(world.ThreatName);
  const [name] = namesOf(here);
  return {
    sha1,
    sha256: textOf(world.SHA256),
    md5: textOf(world.MD5),
    globalPrevalence: numberOf(world.GlobalPrevalence),
    globalFirstObserved: timeOf(world.GlobalFirstSeen),
    globalLastObserved: timeOf(world.GlobalLastSeen),
    size: numberOf(world.FileSize),
    fileType: null,
    isPeFile: Boolean(world.IsExecutable),
    filePublisher: textOf(world.Publisher),
    fileProductName: textOf(world.SoftwareName) ?? name ?? null,
    signer: textOf(world.Signer),
    issuer: textOf(world.Issuer),
    signerHash: textOf(world.SignerHash),
    isValidCertificate: world.IsCertificateValid === null ? null : Boolean(world.IsCertificateValid),
    determinationType: threat ? 'Malware' : 'Unknown',
    determinationValue: threat ?? '',
  };
}

function namesOf({ Names }: Row): string[] {
  const names: unknown = typeof Names === 'string' ? JSON.parse(Names) : Names;
  return Array.isArray(names) ? names.map(String) : [];
}

function fileStatistics({ world, here, sha1 }: File): EndpointFileStatistics {
  return {
    sha1,
    ...organizationOf(here),
    globalPrevalence: String(numberOf(world.GlobalPrevalence)),
    globalFirstObserved: timeOf(world.GlobalFirstSeen),
    globalLastObserved: timeOf(world.GlobalLastSeen),
    topFileNames: namesOf(here),
  };
}

/** A valid address that nobody ever spoke to is no error: nobody did. */
async function ipStatistics(services: Services, request: Request, id: string): Promise<EndpointIpStatistics> {
  const ipAddress = wellFormed(id, /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]+)$/i, 'IP address');
  const query = `DeviceNetworkEvents | where RemoteIP == '${ipAddress}' | summarize ${organization}`;
  return { ipAddress, ...organizationOf(await firstRow(services, request, query, lookBackHours(request))) };
}

async function domainStatistics(services: Services, request: Request, id: string): Promise<EndpointDomainStatistics> {
  const host = wellFormed(id, /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*$/i, 'Domain');
  const query =
    "DeviceNetworkEvents | where isnotempty(RemoteUrl) | extend Host = tolower(tostring(parse_url(iff(RemoteUrl contains '://', RemoteUrl, strcat('https://', RemoteUrl))).Host)) " +
    `| where Host == '${host}' or Host endswith '.${host}' | summarize ${organization}`;
  const row = await firstRow(services, request, query, lookBackHours(request));
  if (numberOf(row.Devices) === 0) throw new Refusal(404, 'ResourceNotFound', `Domain ${host} was not found`);
  return { host, ...organizationOf(row) };
}

export const endpointObservableHandlers: HandlerGroup = (services) =>
  onBothHosts((root) => [
    http.get(`${root}/files/:id`, async ({ request, params }) => {
      const file = await fileOr404(services, request, String(params.id));
      return HttpResponse.json({ ...endpointContext('Files/$entity'), ...fileFace(file) });
    }),

    http.get(`${root}/files/:id/stats`, async ({ request, params }) => {
      const file = await fileOr404(services, request, String(params.id));
      const context = endpointContext('microsoft.windowsDefenderATP.api.InOrgFileStats');
      return HttpResponse.json({ ...context, ...fileStatistics(file) });
    }),

    http.get(`${root}/ips/:id/stats`, async ({ request, params }) => {
      const context = endpointContext('microsoft.windowsDefenderATP.api.InOrgIPStats');
      return HttpResponse.json({ ...context, ...(await ipStatistics(services, request, String(params.id))) });
    }),

    http.get(`${root}/domains/:id/stats`, async ({ request, params }) => {
      const context = endpointContext('microsoft.windowsDefenderATP.api.InOrgDomainStats');
      return HttpResponse.json({ ...context, ...(await domainStatistics(services, request, String(params.id))) });
    }),
  ]);
