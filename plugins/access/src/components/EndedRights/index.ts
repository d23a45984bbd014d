export { EndedRightsNote } from './EndedRightsNote';
