/** What can be changed about the incident, each with its editor, and what Defender and its alerts say. */
import { FieldButton, HeaderField } from '@/components/features/incident-page/header/header-field';
import { PrioritySummary } from '@/components/features/incident-page/header/priority-summary';
import { SyncSummary } from '@/components/features/incident-page/header/sync-summary';
import { TagEditor } from '@/components/features/incident-page/header/tag-editor';
import type { Triage } from '@/components/features/incident-page/use-triage';
import { AssigneeMenu } from '@/components/vocabulary/assignee-menu';
import { PersonName } from '@/components/vocabulary/person';
import { SeverityMark, severityWords } from '@/components/vocabulary/severity';
import { SeverityMenu } from '@/components/vocabulary/severity-menu';
import { StatusMark, statusWords } from '@/components/vocabulary/status';
import { StatusMenu } from '@/components/vocabulary/status-menu';
import { VerdictText } from '@/components/vocabulary/verdict';
import { incidentCan } from '@/lib/domain/incident/capabilities';
import type { Assignee, Incident } from '@/lib/domain/incident/incident';
import { useAssignees } from '@/lib/queries/use-assignees';

/** Which editor is open; a key can open it as well as its button. */
export type OpenEditor = 'status' | 'assignee' | 'resolve' | 'verdict' | 'tags' | null;

function assignedWords(assignee: Assignee | null): string {
  return assignee === null ? 'Unassigned' : `Assigned to ${assignee.displayName ?? assignee.name}`;
}

export function IncidentFields({
  incident,
  triage,
  editor,
  setEditor,
}: {
  incident: Incident;
  triage: Triage;
  editor: OpenEditor;
  setEditor: (editor: OpenEditor) => void;
}) {
  const assignees = useAssignees();
  const toggles = (name: OpenEditor) => (open: boolean) => setEditor(open ? name : null);
  const { status, severity, assignee, verdict, tags, sync } = incident;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-1 sm:grid-cols-3 lg:flex lg:flex-wrap lg:gap-x-8">
      <HeaderField name="Status" sync={sync.status}>
        <StatusMenu
          trigger={
            <FieldButton name="Status">
              <StatusMark status={status} />
            </FieldButton>
          }
          value={status}
          capability={incidentCan.changeStatus(incident)}
          open={editor === 'status'}
          onOpenChange={toggles('status')}
          onChange={(next) => triage({ status: next }, `Status: ${statusWords[next]}`)}
          onResolve={() => setEditor('resolve')}
        />
      </HeaderField>
      <HeaderField name="Severity" sync={sync.severity}>
        <SeverityMenu
          trigger={
            <FieldButton name="Severity">
              <SeverityMark severity={severity} />
            </FieldButton>
          }
          value={severity}
          capability={incidentCan.changeSeverity(incident)}
          onChange={(next) => triage({ severity: next }, `Severity: ${severityWords[next]}`)}
        />
      </HeaderField>
      <HeaderField name="Assignee" sync={sync.assignee}>
        <AssigneeMenu
          trigger={
            <FieldButton name="Assignee">
              <PersonName person={assignee} me={assignees.me} />
            </FieldButton>
          }
          {...assignees}
          value={assignee}
          capability={incidentCan.assign(incident)}
          open={editor === 'assignee'}
          onOpenChange={toggles('assignee')}
          onChange={(next) => triage({ assignee: next }, assignedWords(next))}
        />
      </HeaderField>
      <HeaderField name="Verdict" sync={sync.verdict}>
        <FieldButton
          name="Verdict"
          onClick={() => setEditor('verdict')}
          disabled={!incidentCan.classify(incident).allowed}
        >
          <VerdictText verdict={verdict} />
        </FieldButton>
      </HeaderField>
      <HeaderField name="Priority">
        <PrioritySummary incident={incident} />
      </HeaderField>
      <HeaderField name="Tags" sync={sync.tags} wide>
        <TagEditor
          tags={tags}
          capability={incidentCan.tag(incident)}
          open={editor === 'tags'}
          onOpenChange={toggles('tags')}
          onChange={(next) => triage({ tags: next }, 'Tags changed')}
        />
      </HeaderField>
      <HeaderField name="Sync">
        <SyncSummary incident={incident} />
      </HeaderField>
    </dl>
  );
}
