/** The editors that only incidents have: severity, tags, merging, and resolving with a look at what is still open. */
'use client';
import { ClosingEditor } from '@/components/features/incident-queue/acts/closing-editor';
import { incidentActs, type OwnField } from '@/components/features/incident-queue/acts/incident-acts';
import { MergeEditor } from '@/components/features/incident-queue/acts/merge-editor';
import { tagChoices, withoutTag, withTag } from '@/components/features/incident-queue/acts/tag-changes';
import { namesOf, type Step } from '@/components/queue/acts/act-noun';
import { type MenuProps, menuAt } from '@/components/queue/acts/field-editor';
import { sharedValue } from '@/components/queue/acts/shared-values';
import type { Editing, SharedField } from '@/components/queue/acts/use-editing';
import { SeverityMenu } from '@/components/vocabulary/severity-menu';
import { TagMenu } from '@/components/vocabulary/tag-menu';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Incident, IncidentChanges, Tag } from '@/lib/domain/incident/incident';
import { visibleText } from '@/lib/domain/text/visible';

export type OwnEditorProps = {
  editing: Editing<SharedField | OwnField>;
  incidents: readonly Incident[];
  /** The whole queue: its tags are offered. */
  all: readonly Incident[];
  onChange: (changes: IncidentChanges) => void;
  onChangeEach: (
    steps: readonly Step<Incident, IncidentChanges>[],
    what: (done: readonly Incident[]) => string,
  ) => void;
  onStop: () => void;
  /** Gives the focus back to the rows. */
  onClosed: () => void;
};

function TagEditor({ incidents, all, onChangeEach, onStop, menu }: OwnEditorProps & { menu: MenuProps }) {
  const edit = (tagsOf: (incident: Incident) => Tag[] | null, did: string) => {
    const steps = incidents.flatMap((row) => {
      const tags = tagsOf(row);
      return tags === null ? [] : [{ row, changes: { tags } }];
    });
    if (steps.length > 0) onChangeEach(steps, (done) => `${namesOf(incidentActs, done)} ${did}`);
    onStop();
  };
  const [first] = incidents;
  return (
    <TagMenu
      {...menu}
      tags={tagChoices(incidents, all)}
      onAdd={(name) => edit((incident) => withTag(incident, name), `tagged “${visibleText(name)}”`)}
      onRemove={(name) => edit((incident) => withoutTag(incident, name), `without tag “${visibleText(name)}”`)}
      {...(incidents.length === 1 && first !== undefined ? { capability: incidentCan.tag(first) } : {})}
    />
  );
}

export function OwnEditor(props: OwnEditorProps) {
  const { editing, incidents, onChange, onStop, onClosed } = props;
  const [first] = incidents;
  if (first === undefined) return null;
  const menu = menuAt(editing, onStop, onClosed);
  const close = () => {
    onStop();
    // After the dialog is gone: until then it keeps the focus inside.
    setTimeout(onClosed);
  };
  switch (editing.field) {
    case 'severity':
      return (
        <SeverityMenu
          {...menu}
          value={sharedValue(incidents, ({ severity }) => severity)}
          onChange={(severity) => onChange({ severity })}
          {...(incidents.length === 1 ? { capability: incidentCan.changeSeverity(first) } : {})}
        />
      );
    case 'tags':
      return <TagEditor {...props} menu={menu} />;
    case 'resolve':
      return (
        <ClosingEditor
          incidents={incidents}
          classification={editing.classification}
          onResolve={(verdict) => onChange({ status: 'resolved', verdict })}
          onClose={close}
        />
      );
    case 'merge':
      return <MergeEditor incidents={incidents} onClose={close} />;
    default:
      return null;
  }
}
