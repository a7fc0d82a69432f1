/** The rooms of the console, in the order of the rail. The rail, the `g` keys and the palette all read this list. */
import { Crosshair, Layers, type LucideIcon, Settings } from 'lucide-react';
import { huntingPath, incidentsPath, settingsPath } from '@/lib/routes/paths';

export type Room = { name: string; path: string; icon: LucideIcon; keys: string };

export const rooms: readonly Room[] = [
  { name: 'Incidents', path: incidentsPath(), icon: Layers, keys: 'g i' },
  { name: 'Hunting', path: huntingPath(), icon: Crosshair, keys: 'g h' },
  { name: 'Settings', path: settingsPath(), icon: Settings, keys: 'g s' },
];
