/** The rooms of the console, in the order of the rail. The rail, the `g` keys and the palette all read this list. */
import { Crosshair, Handshake, Layers, type LucideIcon, Route, ScrollText, Settings, Siren } from 'lucide-react';
import {
  alertsPath,
  handOverPath,
  huntingPath,
  incidentsPath,
  rulesPath,
  settingsPath,
  tracePath,
} from '@/lib/routes/paths';

export type Room = { name: string; path: string; icon: LucideIcon; keys: string };

export const rooms: readonly Room[] = [
  { name: 'Incidents', path: incidentsPath(), icon: Layers, keys: 'g i' },
  { name: 'Alerts', path: alertsPath(), icon: Siren, keys: 'g a' },
  { name: 'Hunting', path: huntingPath(), icon: Crosshair, keys: 'g h' },
  { name: 'Rules', path: rulesPath(), icon: ScrollText, keys: 'g r' },
  { name: 'Trace', path: tracePath(), icon: Route, keys: 'g t' },
  { name: 'Hand-over', path: handOverPath(), icon: Handshake, keys: 'g o' },
  { name: 'Settings', path: settingsPath(), icon: Settings, keys: 'g s' },
];
