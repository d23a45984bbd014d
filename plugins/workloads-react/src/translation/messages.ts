import { causesMessages } from './causes';
import { logsMessages } from './logs';
import { metricsMessages } from './metrics';
import {
  answerMessages,
  problemMessages,
  reasonMessages,
  resourceMessages,
  stepMessages,
} from './problems';

/** Words that every screen of the suite shares. */
export const messages = {
  state: {
    healthy: 'Running',
    progressing: 'Rolling out',
    degraded: 'Degraded',
    failed: 'Failing',
    suspended: 'Suspended',
    unknown: 'Last known state',
    asleep: 'Asleep',
    silent: 'Not answering, retrying',
    noRight: 'No access',
    denied: 'Portal refused',
    none: 'Not here',
  },
  permissionsOff: {
    label: 'Permissions are switched off',
    text: 'Permissions are switched off in this portal: everybody sees and may do everything here.',
  },
  copy: {
    done: 'Copied',
    refused: 'The browser does not allow copying',
  },
  age: {
    now: 'now',
    minutes: '{{n}} min',
    hours: '{{n}} h',
    days: '{{n}} d',
  },
  tier: {
    development: 'development',
    testing: 'testing',
    preProduction: 'pre-production',
    production: 'production',
    partner: 'partner',
  },
  cluster: {
    comma: ', ',
    connecting: 'connecting',
    lastSeen: 'last seen {{time}}, retrying',
    neverSeen: 'no answer yet, retrying',
    refused: 'refuses the portal',
    catchingUp: 'catching up',
    silentSince: 'is silent since {{time}}',
    silentAlways: 'has not answered yet',
    refuses: 'refuses the portal: {{reason}}',
    nextTry: 'next try in {{seconds}} s',
    tryingNow: 'trying now',
  },
  cause: causesMessages,
  partialFailure: {
    label: 'Clusters that do not answer',
    tryNow: 'Try now',
    allSilent: 'No cluster answers since {{time}}.',
    allSilentAlways: 'No cluster answers.',
    network: 'This looks like the portal’s own network, not your services.',
    nextTry: 'Next try in {{seconds}} s.',
  },
  reason: reasonMessages,
  problem: problemMessages,
  answer: answerMessages,
  resource: resourceMessages,
  step: stepMessages,
  logs: logsMessages,
  metrics: metricsMessages,
} as const;
