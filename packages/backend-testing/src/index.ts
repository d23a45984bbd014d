export { actingHttpAuth } from './actingHttpAuth';
