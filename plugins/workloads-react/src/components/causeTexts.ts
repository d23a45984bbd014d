import { causesMessages } from '../translation/causes';

interface CauseText {
  readonly key: `cause.${keyof typeof causesMessages}`;
  /** Without these facts the text cannot be built. */
  readonly needs: readonly string[];
}

/** What the texts hang on, by the backend's codes. */
export const causeTexts: Readonly<Record<string, CauseText>> = {
  'address.invalid': { key: 'cause.addressInvalid', needs: ['url'] },
  'address.needsTls': { key: 'cause.addressNeedsTls', needs: [] },
  'address.notHttp': { key: 'cause.addressNotHttp', needs: ['url'] },
  'address.redirects': {
    key: 'cause.addressRedirects',
    needs: ['status'],
  },
  'address.unknown': { key: 'cause.addressUnknown', needs: ['url'] },
  'address.webPage': { key: 'cause.addressWebPage', needs: [] },
  'cluster.behind': { key: 'cause.behind', needs: ['resource'] },
  'cluster.firstReading': { key: 'cause.firstReading', needs: [] },
  'cluster.notReady': { key: 'cause.notReady', needs: ['status'] },
  'credential.failed': {
    key: 'cause.credentialFailed',
    needs: ['provider', 'text', 'key'],
  },
  'credential.file': {
    key: 'cause.credentialFile',
    needs: ['path', 'key'],
  },
  'credential.none': { key: 'cause.credentialNone', needs: [] },
  'credential.person': {
    key: 'cause.credentialPerson',
    needs: ['key', 'provider'],
  },
  'credential.provider': {
    key: 'cause.credentialProvider',
    needs: ['key', 'provider'],
  },
  'credential.refused': { key: 'cause.credentialRefused', needs: [] },
  'network.broken': { key: 'cause.networkBroken', needs: ['url'] },
  'network.nobodyListens': {
    key: 'cause.nobodyListens',
    needs: ['url'],
  },
  'network.noRoute': { key: 'cause.noRoute', needs: ['url'] },
  'network.silent': { key: 'cause.networkSilent', needs: ['url'] },
  'network.slow': {
    key: 'cause.networkSlow',
    needs: ['url', 'seconds'],
  },
  'rights.missing': {
    key: 'cause.rightsMissing',
    needs: ['verbs', 'resource'],
  },
  'rights.none': { key: 'cause.rightsNone', needs: [] },
  'rights.some': { key: 'cause.rightsSome', needs: ['resources'] },
  'rights.untold': { key: 'cause.rightsUntold', needs: [] },
  'tls.caFile': { key: 'cause.tlsCaFile', needs: ['path'] },
  'tls.expired': { key: 'cause.tlsExpired', needs: ['url'] },
  'tls.notSpoken': { key: 'cause.tlsNotSpoken', needs: ['url'] },
  'tls.notYetValid': { key: 'cause.tlsNotYetValid', needs: ['url'] },
  'tls.otherHost': { key: 'cause.tlsOtherHost', needs: ['url'] },
  'tls.plain': { key: 'cause.tlsPlain', needs: [] },
  'tls.untrusted': { key: 'cause.tlsUntrusted', needs: ['url'] },
  'tls.unverified': { key: 'cause.tlsUnverified', needs: [] },
  'token.expired': {
    key: 'cause.tokenExpired',
    needs: ['time', 'key'],
  },
  'token.expires': {
    key: 'cause.tokenExpires',
    needs: ['time', 'key'],
  },
};
