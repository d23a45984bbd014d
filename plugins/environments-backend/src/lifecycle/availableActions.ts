import {
  EnvironmentState,
  Operation,
} from '@domaindeck/backstage-plugin-environments-common';
import { next } from './transitions';

/** What a person can ask of an environment. */
export type Action =
  | 'update'
  | 'extend'
  | 'sleep'
  | 'wake'
  | 'resync'
  | 'retry'
  | 'cancel'
  | 'delete';

/** The actions that a state takes; who may do them is another question. */
export function availableActions(
  state: EnvironmentState,
  operation: Operation,
): Action[] {
  const takes: Readonly<Record<Action, boolean>> = {
    update: next(state, { type: 'update' }) !== undefined,
    extend: state !== 'deleting' && state !== 'gone',
    sleep: next(state, { type: 'sleep' }) !== undefined,
    wake: next(state, { type: 'wake' }) !== undefined,
    resync: state === 'ready',
    retry: next(state, { type: 'retry', operation }) !== undefined,
    // What was ready once is deleted with its typed name, not cancelled.
    cancel:
      next(state, { type: 'cancel' }) !== undefined && operation === 'create',
    delete: next(state, { type: 'delete' }) !== undefined,
  };
  return (Object.keys(takes) as Action[]).filter(action => takes[action]);
}
