/** Which shift: the last eight or twelve hours, or a day. */
'use client';
import { Segmented } from '@/components/ui/segmented';

export const shiftHours = ['8', '12', '24'] as const;
export type ShiftHours = (typeof shiftHours)[number];

export function ShiftChoice({ hours, onChange }: { hours: ShiftHours; onChange: (hours: ShiftHours) => void }) {
  return (
    <Segmented
      label="Shift"
      value={hours}
      onChange={onChange}
      options={shiftHours.map((value) => ({ value, label: `Last ${value} h` }))}
    />
  );
}
