/**
 * Notifications of the portal about self-service environments.
 *
 * @packageDocumentation
 */
export { environmentsModuleNotifications as default } from './environmentsModuleNotifications';
