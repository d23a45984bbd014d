export { ChangeEnvironment } from './ChangeEnvironment';
export { NewEnvironment } from './NewEnvironment';
