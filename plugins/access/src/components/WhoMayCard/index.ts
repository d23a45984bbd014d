export { WhoMayCard } from './WhoMayCard';
