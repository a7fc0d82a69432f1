/** Who works at Contoso: a few named people every story needs, and five hundred in all. */
import { createRandom, type Random, weigh } from '@/lib/base/random';
import { familyNames, givenNames } from '@/mocks/company/names';
import { type Site, sites } from '@/mocks/company/sites';
import { tenantIds } from '@/mocks/company/tenant-ids';

export type Person = {
  readonly upn: string;
  /** The on-premises account name, without domain. */
  readonly accountName: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly department: string;
  readonly title: string;
  readonly objectId: string;
  readonly sid: string;
  readonly managerUpn: string | null;
  readonly site: Site;
  /** Local hours between which they usually work. */
  readonly shift: { readonly startHour: number; readonly endHour: number };
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  /** Their usual line at home. */
  readonly homeIndex: number;
};

type Known = {
  name: readonly [string, string];
  department: string;
  title: string;
  site: string;
  groups?: readonly string[];
  roles?: readonly string[];
  shift?: readonly [number, number];
};

const soc = 'Security Operations';
const tier1 = ['SOC Tier 1', 'All Security'];
const tier2 = ['SOC Tier 2', 'All Security'];

/** People the stories and the console's demo speak of by name. The first is everybody's last manager. */
const known: readonly Known[] = [
  { name: ['Helena', 'Marsh'], department: 'Executive', title: 'Chief Executive Officer', site: 'SEA' },
  {
    name: ['Alex', 'Johnson'],
    department: 'IT Operations',
    title: 'Senior Cloud Engineer',
    site: 'LON',
    groups: ['Cloud Platform', 'Key Vault Readers'],
    roles: ['Application Administrator'],
  },
  {
    name: ['Maya', 'Chen'],
    department: soc,
    title: 'Security Analyst, Tier 2',
    site: 'LON',
    groups: tier2,
    roles: ['Security Operator'],
  },
  {
    name: ['Jordan', 'Reyes'],
    department: soc,
    title: 'SOC Manager',
    site: 'SEA',
    groups: [...tier2, 'SOC Leads'],
    roles: ['Security Administrator'],
  },
  {
    name: ['Priya', 'Natarajan'],
    department: soc,
    title: 'Security Analyst, Tier 2',
    site: 'BLR',
    groups: tier2,
    roles: ['Security Operator'],
  },
  {
    name: ['Tomasz', 'Lindqvist'],
    department: soc,
    title: 'Security Analyst, Tier 1',
    site: 'LON',
    groups: tier1,
    roles: ['Security Reader'],
  },
  {
    name: ['Rosa', 'Delgado'],
    department: soc,
    title: 'Security Analyst, Tier 1',
    site: 'SEA',
    groups: tier1,
    roles: ['Security Reader'],
  },
  {
    name: ['Farid', 'Haddad'],
    department: soc,
    title: 'Security Analyst, Tier 1',
    site: 'BLR',
    groups: tier1,
    roles: ['Security Reader'],
    shift: [21, 29],
  },
  {
    name: ['Ingrid', 'Aas'],
    department: soc,
    title: 'Threat Hunter',
    site: 'MUC',
    groups: tier2,
    roles: ['Security Operator'],
  },
  {
    name: ['Sam', 'Okoye'],
    department: soc,
    title: 'Detection Engineer',
    site: 'SEA',
    groups: tier2,
    roles: ['Security Administrator'],
  },
  {
    name: ['Nora', 'Whitfield'],
    department: 'IT Operations',
    title: 'Identity Administrator',
    site: 'SEA',
    groups: ['Identity Admins'],
    roles: ['Global Administrator'],
  },
  {
    name: ['Devon', 'Clarke'],
    department: 'IT Operations',
    title: 'Windows Server Administrator',
    site: 'LON',
    groups: ['Server Admins', 'Domain Admins'],
  },
  {
    name: ['Lucia', 'Ferrari'],
    department: 'Finance',
    title: 'Accounts Payable Lead',
    site: 'MUC',
    groups: ['Finance Payments'],
  },
  {
    name: ['Owen', 'Bright'],
    department: 'Sales',
    title: 'Regional Sales Director',
    site: 'LON',
    groups: ['Sales Leads'],
  },
  {
    name: ['Kiran', 'Bhat'],
    department: 'Engineering',
    title: 'Staff Engineer',
    site: 'BLR',
    groups: ['Source Code Readers'],
  },
];

const departments = weigh<{ name: string; titles: readonly string[] }>([
  [
    {
      name: 'Engineering',
      titles: [
        'Software Engineer',
        'Senior Software Engineer',
        'QA Engineer',
        'Engineering Manager',
        'Site Reliability Engineer',
      ],
    },
    26,
  ],
  [
    {
      name: 'Sales',
      titles: ['Account Executive', 'Sales Engineer', 'Inside Sales Representative', 'Account Manager'],
    },
    17,
  ],
  [{ name: 'Customer Support', titles: ['Support Specialist', 'Support Engineer', 'Support Team Lead'] }, 13],
  [{ name: 'Finance', titles: ['Accountant', 'Financial Analyst', 'Payroll Specialist', 'Controller'] }, 9],
  [{ name: 'Marketing', titles: ['Marketing Specialist', 'Content Designer', 'Campaign Manager'] }, 8],
  [
    {
      name: 'IT Operations',
      titles: [
        'Systems Administrator',
        'Network Engineer',
        'Help Desk Technician',
        'Cloud Engineer',
        'Database Administrator',
      ],
    },
    8,
  ],
  [{ name: 'Human Resources', titles: ['HR Business Partner', 'Recruiter', 'HR Analyst'] }, 5],
  [{ name: 'Legal', titles: ['Counsel', 'Paralegal', 'Contracts Manager'] }, 3],
  [{ name: 'Logistics', titles: ['Logistics Planner', 'Warehouse Supervisor', 'Buyer'] }, 8],
  [{ name: 'Research', titles: ['Researcher', 'Data Scientist', 'Lab Technician'] }, 6],
]);

/** Plain letters for addresses: `Müller` signs in as `muller`. */
function addressPart(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/ø/g, 'o')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

function siteByCode(code: string): Site {
  const site = sites.find((candidate) => candidate.code === code);
  if (!site) throw new RangeError(`no site ${code}`);
  return site;
}

type Draft = Omit<Person, 'objectId' | 'sid' | 'managerUpn' | 'homeIndex' | 'upn' | 'accountName' | 'displayName'>;

function knownDraft(entry: Known): Draft {
  const [startHour, endHour] = entry.shift ?? [8, 17];
  return {
    givenName: entry.name[0],
    familyName: entry.name[1],
    department: entry.department,
    title: entry.title,
    site: siteByCode(entry.site),
    shift: { startHour, endHour },
    groups: [...(entry.groups ?? []), 'All Employees'],
    roles: entry.roles ?? [],
  };
}

const siteWeights = weigh(sites.map((site) => [site, site.share] as const));

function randomDraft(random: Random): Draft {
  const department = random.draw(departments);
  const startHour = department.name === 'Customer Support' ? random.pick([6, 14, 22]) : random.between(7, 9);
  return {
    givenName: random.pick(givenNames),
    familyName: random.pick(familyNames),
    department: department.name,
    title: random.pick(department.titles),
    site: random.draw(siteWeights),
    shift: { startHour, endHour: startHour + 9 },
    groups: [department.name, 'All Employees'],
    roles: [],
  };
}

/** Makes `count` people; the known ones come first and are the same for every seed. */
export function createPeople(seed: number, count: number): Person[] {
  const random = createRandom(seed, 'company/people');
  const taken = new Set<string>();
  const people: Person[] = [];
  while (people.length < count) {
    const entry = known[people.length];
    const draft = entry ? knownDraft(entry) : randomDraft(random);
    const accountName = `${addressPart(draft.givenName)}.${addressPart(draft.familyName)}`;
    if (taken.has(accountName)) continue;
    taken.add(accountName);
    const index = people.length;
    people.push({
      ...draft,
      accountName,
      upn: `${accountName}@${tenantIds.domain}`,
      displayName: `${draft.givenName} ${draft.familyName}`,
      objectId: createRandom('contoso/person', accountName).guid(),
      sid: `${tenantIds.domainSid}-${1104 + index}`,
      managerUpn: managerOf(draft, people),
      homeIndex: index,
    });
  }
  return people;
}

/** The first person of a department leads it; leaders answer to the first person of all. */
function managerOf(draft: Draft, hired: readonly Person[]): string | null {
  const leads = draft.department === soc ? hired.find((person) => person.title === 'SOC Manager') : undefined;
  const first =
    leads ?? hired.find((person) => person.department === draft.department && person.title !== 'Senior Cloud Engineer');
  return (first ?? hired[0])?.upn ?? null;
}
