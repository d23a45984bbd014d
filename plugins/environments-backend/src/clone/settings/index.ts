export { mentions } from './mentions';
export { plainName } from './plainName';
export { BaselineAddresses } from './BaselineAddresses';
export type { FixedAddress } from './BaselineAddresses';
export { settingsOf } from './settingsOf';
export type { Setting } from './Setting';
export { commandsOf, isCommand } from './commandsOf';
