/** What can be done with rules from the list: switching them, opening one, making a new one. */
'use client';
import { useRouter } from 'next/navigation';
import { announce } from '@/components/ui/announcer';
import { showToast } from '@/components/ui/toast';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { Rule } from '@/lib/domain/rule/rule';
import { useSwitchRule } from '@/lib/queries/rules';
import { rulePath } from '@/lib/routes/paths';

const undoMs = 10_000;

export function useRuleActs(current: Rule | undefined) {
  const router = useRouter();
  const { mutate } = useSwitchRule();
  const switchTo = (rule: Rule, enabled: boolean): void => {
    const word = enabled ? 'on' : 'off';
    mutate(
      { rule, enabled },
      {
        onError: (error) =>
          showToast(`“${rule.title}” was not switched ${word}`, { tone: 'error', detail: error.message }),
        onSuccess: (reply) => {
          if (reply.outcome === 'refused') {
            showToast(`Sentinel does not switch “${rule.title}” ${word}`, { tone: 'error', detail: reply.reason });
          } else if (reply.outcome === 'overtaken') {
            const detail =
              reply.rule === null
                ? 'Somebody deleted the rule meanwhile.'
                : 'Somebody changed the rule meanwhile; the list shows it as it is now. Look at it and switch it again.';
            showToast(`“${rule.title}” was not switched ${word}`, { tone: 'error', detail });
          } else {
            const { rule: now } = reply;
            const action = { label: 'Undo', run: () => switchTo(now, !enabled) };
            showToast(`Switched ${word} “${now.title}”`, { action, lastsMs: undoMs, id: `switched ${now.id}` });
          }
        },
      },
    );
  };
  const toggle = (rule: Rule | undefined): void => {
    if (rule === undefined) announce('No rule is under the cursor');
    else switchTo(rule, !rule.enabled);
  };
  const open = (rule: Rule): void => router.push(rulePath(rule.id));
  const create = (): void => router.push(rulePath());
  useShortcuts(
    'Rules',
    [
      { keys: 'n', does: 'New rule', run: create },
      { keys: 's', does: 'Switch the rule on or off', run: () => toggle(current) },
    ],
    () => current?.title ?? null,
  );
  return { toggle, open, create };
}
