import { Operation } from '@domaindeck/backstage-plugin-environments-common';
import { ReasonCode, Words } from './types';

const STOPPED: Readonly<Record<Operation, string>> = {
  create: 'could not be made',
  update: 'could not be changed',
  sleep: 'could not be put to sleep',
  wake: 'could not be woken',
  delete: 'could not be deleted',
};

const REASONS: Readonly<Record<ReasonCode, string>> = {
  queueing: 'It waited too long for its turn.',
  pulling: 'It took too long to load.',
  starting: 'It was started and never answered.',
  crashing: 'It keeps crashing.',
  'image-missing': 'The chosen version was not found.',
  'no-room': 'There is no room for it now.',
  quota: 'It needs more than its size gives.',
  refused: 'It was refused.',
  'missing-config': 'A setting is missing.',
  waiting: 'It waited too long.',
  blocked: 'Something holds it up.',
  unreachable: 'The place where it runs does not answer.',
  unknown: '',
};

export const en: Words = {
  locale: 'en-GB',
  space: ' ',
  ready(name, operation) {
    switch (operation) {
      case 'update':
        return `${name} has been changed and is ready`;
      case 'wake':
        return `${name} is awake`;
      default:
        return `${name} is ready`;
    }
  },
  stopped: (name, operation) => `${name} ${STOPPED[operation]}`,
  ends: (name, span) => `${name} ends in ${span}`,
  answers: (domain, url) => `The environment of ${domain} answers at ${url}.`,
  runs: domain => `The environment of ${domain} runs.`,
  endsOn: time => `It ends on ${time}.`,
  thenDeleted: (domain, time) =>
    `The environment of ${domain} ends on ${time}. Then everything in it is deleted; on its page it can be kept longer.`,
  reason: code => REASONS[code] ?? '',
  of: (service, reason) => `${service}: ${reason}`,
  way: operation =>
    operation === 'delete'
      ? 'It is tried again every few minutes; its page says what is in the way.'
      : 'Its page says why, word for word, and how it goes on.',
  span: (n, unit) => `${n} ${unit}${n === 1 ? '' : 's'}`,
};
