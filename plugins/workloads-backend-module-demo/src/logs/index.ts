export { createDemoLogHistory } from './createDemoLogHistory';
