import { createTranslationRef } from '@backstage/frontend-plugin-api';

export const signInTranslationRef = createTranslationRef({
  id: 'app.sign-in',
  messages: {
    title: 'DomainDeck demo',
    subtitle:
      'Five clusters, three business domains, four people who see them differently. Who are you today?',
    enter: 'Enter as {{name}}',
    footnote:
      'No password: the roles shown are those in payments. Everything runs on this machine and nothing leaves it.',
    noProvider: {
      title: 'Nobody can sign in yet',
      text: 'This portal has no sign-in provider. Add the module of yours to packages/backend, its settings under auth.providers, and its sign-in page in place of packages/app/src/modules/signIn.',
    },
    failed:
      'The portal did not let {{name}} in. Try again, or look at the log of the backend.',
    rolesOf: 'Roles of {{name}} in payments',
    person: {
      devOne: {
        name: 'Dev One',
        department: 'Payments developers',
        sentence:
          'Changes pricing: free hands in development and testing, reads production.',
      },
      testerTwo: {
        name: 'Tester Two',
        department: 'Quality',
        sentence: 'Tests what others change; reads the rest.',
      },
      operator: {
        name: 'Operator',
        department: 'Platform operators',
        sentence: 'Keeps the clusters alive: sees every domain, everywhere.',
      },
      ownerThree: {
        name: 'Owner Three',
        department: 'Payments platform',
        sentence: 'Owns payments: decides who may do what there.',
      },
      devEight: {
        name: 'Dev Eight',
        department: 'Rides developers',
        sentence:
          'Works next door: finds nothing of payments, neither names nor counts.',
      },
    },
    tier: {
      development: 'development',
      testing: 'testing',
      preProduction: 'pre-production',
      production: 'production',
      partner: 'partner',
    },
    role: {
      viewer: 'viewer',
      developer: 'developer',
      operator: 'operator',
      owner: 'owner',
      none: 'no access',
    },
    hints: {
      label: 'Things to try',
      crash: {
        title: 'Find the crash',
        text: 'As Dev One open payments: production has one, and its page says why.',
      },
      silent: {
        title: 'Look at every cluster',
        text: 'As Operator open Clusters: state, version, nodes, and what the portal may not do.',
      },
      stranger: {
        title: 'Go too far',
        text: 'As Dev Eight open payments: neither names nor counts.',
      },
      grant: {
        title: 'Give a right',
        text: 'As Owner Three open Access of payments: what a grant changes is shown before it is saved.',
      },
    },
  },
});
