export { createSecretBox, weaknessOf, type SecretBox } from './secret-box.js';
