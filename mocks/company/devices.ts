/** Every machine Contoso owns: laptops, phones, desks, servers and domain controllers. */
import { createRandom, hexOf, type Random, weigh } from '@/lib/base/random';
import type { Person } from '@/mocks/company/people';
import { type Site, sites } from '@/mocks/company/sites';
import { tenantIds } from '@/mocks/company/tenant-ids';

export type DeviceRole = 'laptop' | 'desktop' | 'phone' | 'server' | 'domainController' | 'linuxServer';

export type Device = {
  /** Lower-case short name; `dnsName` is the whole. */
  readonly hostName: string;
  readonly dnsName: string;
  /** Defender for Endpoint's id: 40 hexadecimal digits. */
  readonly deviceId: string;
  readonly entraDeviceId: string;
  readonly role: DeviceRole;
  /** Microsoft's spelling in DeviceInfo: `Windows11`, `WindowsServer2022`, `Linux` … */
  readonly osPlatform: string;
  readonly osVersion: string;
  readonly osBuild: number;
  readonly ip: string;
  readonly mac: string;
  readonly site: Site;
  readonly machineGroup: string;
  /** Who uses it; null for machines of everybody. */
  readonly owner: Person | null;
  /** What a server is for. */
  readonly purpose: string | null;
};

type Os = { osPlatform: string; osVersion: string; osBuild: number };

const windows11: Os = { osPlatform: 'Windows11', osVersion: '10.0', osBuild: 26100 };
const laptopOs = weigh<Os>([
  [windows11, 52],
  [{ osPlatform: 'Windows11', osVersion: '10.0', osBuild: 22631 }, 22],
  [{ osPlatform: 'Windows10', osVersion: '10.0', osBuild: 19045 }, 14],
  [{ osPlatform: 'macOS', osVersion: '15.2', osBuild: 24 }, 12],
]);
const phoneOs = weigh<Os>([
  [{ osPlatform: 'iOS', osVersion: '18.2', osBuild: 22 }, 60],
  [{ osPlatform: 'Android', osVersion: '15', osBuild: 15 }, 40],
]);
const serverOs = weigh<Os>([
  [{ osPlatform: 'WindowsServer2022', osVersion: '10.0', osBuild: 20348 }, 60],
  [{ osPlatform: 'WindowsServer2019', osVersion: '10.0', osBuild: 17763 }, 32],
  [{ osPlatform: 'WindowsServer2016', osVersion: '10.0', osBuild: 14393 }, 8],
]);
const linuxOs: Os = { osPlatform: 'Linux', osVersion: '22.4', osBuild: 5 };
const serverPurposes = ['file', 'sql', 'web', 'print', 'app', 'hr', 'backup', 'mgmt', 'wsus', 'rds'];
const linuxPurposes = ['proxy', 'build', 'api', 'cache', 'log', 'ci'];

function addressIn(site: Site, subnet: number, host: number): string {
  return `10.${site.octet}.${subnet + Math.floor(host / 250)}.${4 + (host % 250)}`;
}

function siteAt(index: number): Site {
  const site = sites[index % sites.length];
  if (!site) throw new RangeError('no sites');
  return site;
}

type Plan = {
  role: DeviceRole;
  os: Os;
  site: Site;
  owner: Person | null;
  purpose: string | null;
  subnet: number;
  hostName: string;
};

function planPersonal(people: readonly Person[], random: Random): Plan[] {
  return people.flatMap((person, index) => {
    const number = String(index + 1).padStart(4, '0');
    const base = { site: person.site, owner: person, purpose: null };
    const drawn = random.draw(laptopOs);
    const laptop: Plan = {
      ...base,
      role: 'laptop',
      // The main story runs Windows' programs on his machine.
      os: person.accountName === 'alex.johnson' && drawn.osPlatform === 'macOS' ? windows11 : drawn,
      subnet: 16,
      hostName: `lt-${person.site.code}-${number}`,
    };
    const phone: Plan = {
      ...base,
      role: 'phone',
      os: random.draw(phoneOs),
      subnet: 48,
      hostName: `mob-${person.site.code}-${number}`,
    };
    return index % 6 === 5 ? [laptop, phone] : [laptop];
  });
}

function planShared(random: Random): Plan[] {
  const shared: Plan[] = [];
  for (let index = 0; index < 8; index += 1) {
    const site = siteAt(index);
    const os: Os = { osPlatform: 'WindowsServer2022', osVersion: '10.0', osBuild: 20348 };
    shared.push({
      role: 'domainController',
      os,
      site,
      owner: null,
      purpose: 'dc',
      subnet: 1,
      hostName: `dc-${site.code}-${String(Math.floor(index / 4) + 1).padStart(2, '0')}`,
    });
  }
  for (let index = 0; index < 92; index += 1) {
    const site = siteAt(index);
    const purpose = random.pick(serverPurposes);
    shared.push({
      role: 'server',
      os: random.draw(serverOs),
      site,
      owner: null,
      purpose,
      subnet: 4,
      hostName: `srv-${site.code}-${purpose}${String(index + 1).padStart(2, '0')}`,
    });
  }
  for (let index = 0; index < 36; index += 1) {
    const site = siteAt(index);
    const purpose = random.pick(linuxPurposes);
    shared.push({
      role: 'linuxServer',
      os: linuxOs,
      site,
      owner: null,
      purpose,
      subnet: 8,
      hostName: `lx-${site.code}-${purpose}${String(index + 1).padStart(2, '0')}`,
    });
  }
  for (let index = 0; index < 81; index += 1) {
    const site = siteAt(index);
    shared.push({
      role: 'desktop',
      os: random.draw(laptopOs),
      site,
      owner: null,
      purpose: 'desk',
      subnet: 32,
      hostName: `ws-${site.code}-${String(index + 1).padStart(3, '0')}`,
    });
  }
  return shared;
}

const machineGroups: Record<DeviceRole, string> = {
  laptop: 'Workstations',
  desktop: 'Shared Workstations',
  phone: 'Mobile',
  server: 'Servers',
  domainController: 'Tier 0',
  linuxServer: 'Linux Servers',
};

/** One laptop for each person, a phone for some, and the machines of everybody. 500 people make about 800. */
export function createDevices(seed: number, people: readonly Person[]): Device[] {
  const random = createRandom(seed, 'company/devices');
  const hosts = new Map<string, number>();
  return [...planPersonal(people, random), ...planShared(random)].map(({ os, subnet, ...plan }) => {
    const hostName = plan.hostName.toLowerCase();
    const range = `${plan.site.code}/${subnet}`;
    const host = hosts.get(range) ?? 0;
    hosts.set(range, host + 1);
    return {
      ...plan,
      ...os,
      hostName,
      dnsName: `${hostName}.${tenantIds.domain}`,
      deviceId: hexOf(`contoso/device/${hostName}`, 40),
      entraDeviceId: createRandom('contoso/entra-device', hostName).guid(),
      ip: addressIn(plan.site, subnet, host),
      mac: hexOf(`contoso/mac/${hostName}`, 10).replace(/^/, '02').toUpperCase(),
      machineGroup: machineGroups[plan.role],
    };
  });
}
