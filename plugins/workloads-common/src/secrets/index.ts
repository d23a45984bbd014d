export { isSecretName, MASK, maskSecretText } from './maskSecretText';
