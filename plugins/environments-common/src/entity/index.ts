export { environmentEntityName, environmentIdOf } from './environmentEntity';
export { environmentPagePath } from './environmentPagePath';
