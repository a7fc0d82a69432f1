/** Choosing who a short story is about. */
import type { Company } from '@/mocks/company/company';
import type { Device } from '@/mocks/company/devices';
import type { Person } from '@/mocks/company/people';
import type { Scene } from '@/mocks/scenarios/kernel/story';
import { minute } from '@/mocks/scenarios/kernel/time';

type Candidates = {
  readonly people: readonly Person[];
  readonly servers: readonly Device[];
  readonly windowsLaptops: readonly { readonly person: Person; readonly laptop: Device }[];
};

const candidatesOf = new WeakMap<Company, Candidates>();

/** Anybody but the analysts, and not alex.johnson, who has a story of his own. */
function isVictim(person: Person): boolean {
  return person.department !== 'Security Operations' && person.accountName !== 'alex.johnson';
}

/** Found once for each company: ten thousand stories ask. */
function candidates(company: Company): Candidates {
  const known = candidatesOf.get(company);
  if (known) return known;
  const made: Candidates = {
    people: company.people.filter(isVictim),
    servers: company.devices.filter((device) => device.role === 'server'),
    windowsLaptops: company.devices.flatMap((laptop) => {
      const person = laptop.owner;
      const suits =
        person !== null && isVictim(person) && laptop.role === 'laptop' && laptop.osPlatform.startsWith('Windows');
      return suits ? [{ person, laptop }] : [];
    }),
  };
  candidatesOf.set(company, made);
  return made;
}

/** Counts minutes and seconds from T0. Short stories are over 40 minutes after it. */
export function clockOf({ startAt }: Scene): (minutes: number, seconds?: number) => number {
  return (minutes, seconds = 0) => startAt + minutes * minute + seconds * 1_000;
}

export function victimOf({ company, random }: Scene): Person {
  return random.pick(candidates(company).people);
}

export function serverOf({ company, random }: Scene): Device {
  return random.pick(candidates(company).servers);
}

/** A victim whose laptop runs Windows, and that laptop. */
export function windowsVictimOf({ company, random }: Scene): { person: Person; laptop: Device } {
  return random.pick(candidates(company).windowsLaptops);
}
