/** Entra ID Protection at work: a new alert about somebody's account raises what the account's risk is. */
import { raisedRisk, usersInDanger } from '@/mocks/store/account-risk';
import { riskOf } from '@/mocks/store/accounts';
import type { Store } from '@/mocks/store/store';

export function startAssessingRisk(store: Store): () => void {
  return store.listen((event) => {
    if (event.kind !== 'alertAdded' || !event.alert.inGraph) return;
    for (const id of usersInDanger(event.alert.graph)) {
      const account = store.accounts.byObjectId(id);
      const risk = account && raisedRisk(riskOf(account), event.alert.graph, store.clock.iso());
      if (account && risk) store.accounts.assess(account, risk);
    }
  });
}
