import { join } from 'node:path';

/** Microsoft's own files, as the CDN serves them. */
export const officeJsFolder = join(__dirname, '../../node_modules/@microsoft/office-js/dist');
