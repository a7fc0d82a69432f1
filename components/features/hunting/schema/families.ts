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

/** The first of Microsoft's comma-separated categories; custom tables end in `_CL`. */
export function sentinelCategory(table: string, category: string): string {
  if (table.endsWith('_CL')) return 'Custom tables';
  const first = category.split(',')[0]?.trim() ?? '';
  if (first === 'Normalized') return 'Normalized (ASIM)';
  return first === '' ? 'Other workspace tables' : first;
}
