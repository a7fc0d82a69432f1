/** The groups of the schema pane. Defender's tables carry their family in their name, the workspace's a category. */

const families: readonly (readonly [pattern: RegExp, family: string])[] = [
  [/^(?:Alert|Behavior)/u, 'Alerts and behaviors'],
  [/^DeviceTvm|^DeviceBaseline/u, 'Vulnerability management'],
  [/^Device/u, 'Devices'],
  [/^(?:Email|Url|Message|Campaign|FileMalicious)/u, 'Email and collaboration'],
  [/^(?:Identity|AAD|Entra|Account)/u, 'Identities'],
  [/^(?:Cloud|OAuth|Graph)/u, 'Cloud and apps'],
  [/^Exposure/u, 'Exposure management'],
  [/^(?:AI|Copilot|Agent)/u, 'AI'],
  [/^Data/u, 'Data security'],
];

export function defenderFamily(table: string): string {
  return families.find(([pattern]) => pattern.test(table))?.[1] ?? 'Other Defender tables';
}

/** Categories that say where a log comes from and not what it is about; a second one says more. */
const broad = new Set(['Azure Resources', 'Audit']);

/** The most telling of Microsoft's comma-separated categories; custom tables end in `_CL`. */
export function sentinelCategory(table: string, category: string): string {
  if (table.endsWith('_CL') || category === 'Custom') return 'Custom tables';
  const all = category.split(',').map((name) => name.trim());
  const telling = all.find((name) => !broad.has(name)) ?? all[0] ?? '';
  if (telling === 'Normalized') return 'Normalized (ASIM)';
  return telling === '' ? 'Other workspace tables' : telling;
}
