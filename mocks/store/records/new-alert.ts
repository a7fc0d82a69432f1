/** The record of an alert that Defender has just been told about. */
import type { GraphAlert } from '@/lib/wire/graph-security/alert';
import { systemAlertIdOf } from '@/mocks/scenarios/kernel/sentinel-face';
import type { AlertRecord } from '@/mocks/store/records/alert-record';

export const alertRecordOf = (alert: GraphAlert, inGraph = true): AlertRecord => ({
  id: alert.id,
  systemAlertId: systemAlertIdOf(alert),
  graph: alert,
  inGraph,
});
