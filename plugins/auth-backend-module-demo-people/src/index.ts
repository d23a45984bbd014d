/**
 * Sign in as one of the demo people; refuses to load outside development.
 *
 * @packageDocumentation
 */
export { DEMO_PERSON_HEADER } from './authenticator';
export { authModuleDemoPeople as default } from './module';
