export { secretKeyFor } from '@ai-providers/db';
