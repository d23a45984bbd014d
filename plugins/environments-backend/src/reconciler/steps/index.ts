import { StepRunners } from '../types';
import {
  connectStep,
  fenceStep,
  listStep,
  openStep,
  settingsStep,
} from './applySteps';
import { planStep } from './planStep';
import { closeStep, pruneStep, removeStep } from './removeSteps';
import { reserveStep } from './reserveStep';
import { startStep } from './startStep';
import { stopStep } from './stopStep';

/** What each step does. */
export const STEP_RUNNERS: StepRunners = {
  plan: planStep,
  reserve: reserveStep,
  fence: fenceStep,
  settings: settingsStep,
  connect: connectStep,
  start: startStep,
  open: openStep,
  list: listStep,
  prune: pruneStep,
  close: closeStep,
  stop: stopStep,
  remove: removeStep,
};
