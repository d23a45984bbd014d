export { MyEnvironmentsPage } from './MyEnvironmentsPage';
