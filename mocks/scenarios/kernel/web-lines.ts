/** Somebody follows a link on their laptop: the mail program, the browser, and everything on the way to the page. */

import type { Company } from '@/mocks/company/company';
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';
import { binaries } from '@/mocks/company/telemetry/binaries';
import type { RunningProgram } from '@/mocks/company/telemetry/device';
import { child, deviceEventLine, program } from '@/mocks/scenarios/kernel/device-lines';
import { resolverOf, type Visit, visitLines } from '@/mocks/scenarios/kernel/network-lines';
import type { Line } from '@/mocks/scenarios/kernel/rows';
import { minute } from '@/mocks/scenarios/kernel/time';
import { startLines } from '@/mocks/scenarios/kernel/windows-log';

/** The shell of somebody's desktop, as it has been since they logged on. */
export function desktopOf(at: number): RunningProgram {
  return program(binaries.explorer, 'C:\\Windows\\explorer.exe', at - 150 * minute, 'userinit.exe');
}

/** The mail program, open since the morning. */
export function mailProgramOf(at: number): RunningProgram {
  return child(desktopOf(at), binaries.outlook, '"OUTLOOK.EXE"', at - 140 * minute);
}

export type FollowedLink = {
  readonly company: Company;
  readonly at: number;
  readonly person: Person;
  readonly laptop: Device;
  readonly url: string;
  readonly remoteIp: string;
  /** The day's programs; by default of the moment itself. */
  readonly mailProgram?: RunningProgram;
};

export type Followed = {
  readonly browser: RunningProgram;
  readonly visit: Omit<Visit, 'at'>;
  readonly lines: () => Line[];
};

/** The mail program starts a browser with the link; the browser asks for the name and connects. */
export function followLink({ company, at, person, laptop, url, remoteIp, mailProgram }: FollowedLink): Followed {
  const outlook = mailProgram ?? mailProgramOf(at);
  const browser = child(outlook, binaries.edge, `"msedge.exe" --single-argument ${url}`, at - 1_500);
  const host = new URL(url).hostname;
  const resolver = resolverOf(company.devices, laptop.site);
  const visit = { device: laptop, who: person, by: browser, remoteIp, host, resolver, person };
  return {
    browser,
    visit,
    lines: () => [
      deviceEventLine(
        at - 1_600,
        laptop,
        person,
        outlook,
        'BrowserLaunchedToOpenUrl',
        {},
        { columns: { RemoteUrl: url } },
      ),
      ...startLines(laptop, person, outlook, browser),
      ...visitLines({ ...visit, at }),
    ],
  };
}
