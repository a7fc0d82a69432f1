/** The sections of the page behind tabs; only the chosen one is rendered. */
import type { RefObject } from 'react';
import { ActivityTab } from '@/components/features/incident-page/activity-tab';
import { AlertsTab } from '@/components/features/incident-page/alerts/alerts-tab';
import { CommentsTab } from '@/components/features/incident-page/comments/comments-tab';
import { EntitiesTab } from '@/components/features/incident-page/entities/entities-tab';
import { type IncidentTab, tabWords } from '@/components/features/incident-page/incident-search';
import { InvestigationsTab } from '@/components/features/incident-page/investigations-tab';
import type { ListTabProps } from '@/components/features/incident-page/list-tab';
import { partFailed } from '@/components/features/incident-page/nothing-here';
import { AttackStory } from '@/components/features/incident-page/story/attack-story';
import { TasksTab } from '@/components/features/incident-page/tasks/tasks-tab';
import { TabPanel, Tabs } from '@/components/ui/tabs';

/** On a phone the whole page scrolls, else the panel alone. */
const panel = 'min-h-0 flex-1 outline-offset-[-2px] sm:overflow-y-auto';

export function IncidentTabs({
  detail,
  search,
  setSearch,
  handle,
  commentField,
}: ListTabProps & { commentField: RefObject<HTMLTextAreaElement | null> }) {
  const shared = { detail, search, setSearch, handle };
  // A zero beside a part that could not be read would be a lie.
  const count = (part: 'alerts' | 'entities' | 'comments') =>
    detail[part].length === 0 && partFailed(detail, part) ? {} : { count: detail[part].length };
  const tabs: readonly { id: IncidentTab; label: string; count?: number }[] = [
    { id: 'story', label: tabWords.story },
    { id: 'alerts', label: tabWords.alerts, ...count('alerts') },
    { id: 'entities', label: tabWords.entities, ...count('entities') },
    { id: 'comments', label: tabWords.comments, ...count('comments') },
    { id: 'investigations', label: tabWords.investigations },
    { id: 'activity', label: tabWords.activity },
    { id: 'tasks', label: tabWords.tasks },
  ];
  return (
    <div className="flex min-h-0 flex-1 flex-col max-sm:block">
      {/* Words to find are about the list they were typed over. */}
      <Tabs label="Incident" value={search.tab} onChange={(tab) => void setSearch({ tab, find: null })} tabs={tabs}>
        <TabPanel id="story" className={panel}>
          <AttackStory {...shared} />
        </TabPanel>
        <TabPanel id="alerts" className={panel}>
          <AlertsTab {...shared} />
        </TabPanel>
        <TabPanel id="entities" className={panel}>
          <EntitiesTab {...shared} />
        </TabPanel>
        <TabPanel id="comments" className={panel}>
          <CommentsTab detail={detail} field={commentField} />
        </TabPanel>
        <TabPanel id="investigations" className={panel}>
          <InvestigationsTab
            detail={detail}
            onOpenAlert={(alert) => void setSearch({ tab: 'alerts', alert: alert.id, find: null })}
          />
        </TabPanel>
        <TabPanel id="activity" className={panel}>
          <ActivityTab incident={detail.incident} />
        </TabPanel>
        <TabPanel id="tasks" className={panel}>
          <TasksTab incident={detail.incident} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
