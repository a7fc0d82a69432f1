/** Everything the console asks of the workspace over Azure Resource Manager. */
import { type SentinelAlerts, sentinelAlerts } from '@/lib/api/sentinel/alert';
import { type SentinelAlertRules, sentinelAlertRules } from '@/lib/api/sentinel/alert-rule';
import { type SentinelAlertRuleActions, sentinelAlertRuleActions } from '@/lib/api/sentinel/alert-rule-action';
import { type SentinelAlertRuleTemplates, sentinelAlertRuleTemplates } from '@/lib/api/sentinel/alert-rule-template';
import { type SentinelAutomationRules, sentinelAutomationRules } from '@/lib/api/sentinel/automation-rule';
import { type SentinelBookmarks, sentinelBookmarks } from '@/lib/api/sentinel/bookmark';
import { type SentinelComments, sentinelComments } from '@/lib/api/sentinel/comment';
import { type SentinelContentPackages, sentinelContentPackages } from '@/lib/api/sentinel/content-package';
import { type SentinelDataConnectors, sentinelDataConnectors } from '@/lib/api/sentinel/data-connector';
import { type SentinelEntities, sentinelEntities } from '@/lib/api/sentinel/entity';
import { type SentinelEntityPages, sentinelEntityPages } from '@/lib/api/sentinel/entity-page';
import { type SentinelIncidents, sentinelIncidents } from '@/lib/api/sentinel/incident';
import { type SentinelOnboardingStates, sentinelOnboardingStates } from '@/lib/api/sentinel/onboarding-state';
import { type SentinelPlaybooks, sentinelPlaybooks } from '@/lib/api/sentinel/playbook';
import { type SentinelRelations, sentinelRelations } from '@/lib/api/sentinel/relation';
import { type SentinelRuleRuns, sentinelRuleRuns } from '@/lib/api/sentinel/rule-run';
import { type SentinelSavedSearches, sentinelSavedSearches } from '@/lib/api/sentinel/saved-search';
import { type SentinelSettings, sentinelSettings } from '@/lib/api/sentinel/setting';
import { type SentinelTasks, sentinelTasks } from '@/lib/api/sentinel/task';
import { type SentinelIndicators, sentinelIndicators } from '@/lib/api/sentinel/threat-intelligence';
import { type SentinelWatchlists, sentinelWatchlists } from '@/lib/api/sentinel/watchlist';
import { type SentinelWatchlistItems, sentinelWatchlistItems } from '@/lib/api/sentinel/watchlist-item';
import { type SentinelWorkspaces, sentinelWorkspaces } from '@/lib/api/sentinel/workspace';
import type { WorkspaceAddress } from '@/lib/api/sentinel/workspace-address';
import type { Call } from '@/lib/api/transport/call';

export type SentinelApi = {
  incidents: SentinelIncidents;
  alerts: SentinelAlerts;
  entities: SentinelEntities;
  comments: SentinelComments;
  tasks: SentinelTasks;
  relations: SentinelRelations;
  bookmarks: SentinelBookmarks;
  playbooks: SentinelPlaybooks;
  alertRules: SentinelAlertRules;
  alertRuleActions: SentinelAlertRuleActions;
  alertRuleTemplates: SentinelAlertRuleTemplates;
  ruleRuns: SentinelRuleRuns;
  automationRules: SentinelAutomationRules;
  dataConnectors: SentinelDataConnectors;
  settings: SentinelSettings;
  onboardingStates: SentinelOnboardingStates;
  watchlists: SentinelWatchlists;
  watchlistItems: SentinelWatchlistItems;
  indicators: SentinelIndicators;
  entityPages: SentinelEntityPages;
  savedSearches: SentinelSavedSearches;
  contentPackages: SentinelContentPackages;
  workspace: SentinelWorkspaces;
};

/** All parts share the budgets and the token of one call, which Logic Apps use too. */
export const sentinelApi = (call: Call, workspace: WorkspaceAddress): SentinelApi => ({
  incidents: sentinelIncidents(call, workspace),
  alerts: sentinelAlerts(call, workspace),
  entities: sentinelEntities(call, workspace),
  comments: sentinelComments(call, workspace),
  tasks: sentinelTasks(call, workspace),
  relations: sentinelRelations(call, workspace),
  bookmarks: sentinelBookmarks(call, workspace),
  playbooks: sentinelPlaybooks(call, workspace),
  alertRules: sentinelAlertRules(call, workspace),
  alertRuleActions: sentinelAlertRuleActions(call, workspace),
  alertRuleTemplates: sentinelAlertRuleTemplates(call, workspace),
  ruleRuns: sentinelRuleRuns(call, workspace),
  automationRules: sentinelAutomationRules(call, workspace),
  dataConnectors: sentinelDataConnectors(call, workspace),
  settings: sentinelSettings(call, workspace),
  onboardingStates: sentinelOnboardingStates(call, workspace),
  watchlists: sentinelWatchlists(call, workspace),
  watchlistItems: sentinelWatchlistItems(call, workspace),
  indicators: sentinelIndicators(call, workspace),
  entityPages: sentinelEntityPages(call, workspace),
  savedSearches: sentinelSavedSearches(call, workspace),
  contentPackages: sentinelContentPackages(call, workspace),
  workspace: sentinelWorkspaces(call, workspace),
});
