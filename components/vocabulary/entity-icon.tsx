/** A small picture per kind of entity. Decoration: the kind's word is always beside it or in the heading above. */
import {
  AppWindow,
  AtSign,
  Cloud,
  File,
  Globe,
  KeyRound,
  Link2,
  type LucideIcon,
  Mail,
  Monitor,
  Shapes,
  SquareTerminal,
  User,
} from 'lucide-react';
import type { EntityKind } from '@/lib/domain/entity/entity';

const icons: Record<EntityKind, LucideIcon> = {
  user: User,
  device: Monitor,
  ip: Globe,
  url: Link2,
  file: File,
  process: SquareTerminal,
  mailbox: AtSign,
  email: Mail,
  cloudApplication: AppWindow,
  azureResource: Cloud,
  registry: KeyRound,
  other: Shapes,
};

export function EntityIcon({ kind }: { kind: EntityKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden className="size-3.5 shrink-0 text-muted" />;
}
