/** Who is at work when: people by the hour of the day, so that noise picks somebody who would be there. */
import type { Random } from '@/lib/base/random';
import type { Company } from '@/mocks/company/company';
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';

const hourMs = 3_600_000;

export type Staff = {
  /** How busy the company is in this hour of UTC: the share of people at work, from a few percent to about one half. */
  presence(at: number): number;
  /** Somebody who is probably working now. */
  someone(at: number, random: Random): Person;
  /** The machine that person works on. */
  laptop(person: Person): Device;
  readonly servers: readonly Device[];
  readonly domainControllers: readonly Device[];
  readonly linuxServers: readonly Device[];
  /** Machines with Defender's full sensor. */
  readonly windows: readonly Device[];
};

function localTime(at: number, person: Person): { hour: number; weekend: boolean } {
  const local = new Date(at + person.site.utcOffsetHours * hourMs);
  const weekday = local.getUTCDay();
  return { hour: local.getUTCHours() + local.getUTCMinutes() / 60, weekend: weekday === 0 || weekday === 6 };
}

function atWork(at: number, person: Person): boolean {
  const { hour, weekend } = localTime(at, person);
  const { startHour, endHour } = person.shift;
  // A shift past midnight is written 22 to 31.
  const during = hour >= startHour ? hour < endHour : hour + 24 < endHour;
  return (
    during && (!weekend || person.department === 'Customer Support' || person.department === 'Security Operations')
  );
}

export function createStaff(company: Company): Staff {
  const rosters = new Map<number, { present: Person[]; share: number }>();
  const roster = (at: number) => {
    const key = Math.floor(at / hourMs);
    const known = rosters.get(key);
    if (known) return known;
    const present = company.people.filter((person) => atWork(key * hourMs + hourMs / 2, person));
    const made = { present, share: present.length / company.people.length };
    rosters.set(key, made);
    return made;
  };
  const ofRole = (role: Device['role']) => company.devices.filter((device) => device.role === role);

  return {
    presence: (at) => 0.04 + roster(at).share,
    someone: (at, random) => {
      const { present } = roster(at);
      // One in fifteen works at odd hours.
      return present.length === 0 || random.chance(0.066) ? random.pick(company.people) : random.pick(present);
    },
    laptop: (person) => company.laptopOf(person),
    servers: ofRole('server'),
    domainControllers: ofRole('domainController'),
    linuxServers: ofRole('linuxServer'),
    windows: company.devices.filter((device) => device.osPlatform.startsWith('Windows')),
  };
}
