export { sharedAddress, sharedService } from './sharedService';
export { sharedNames } from './sharedNames';
