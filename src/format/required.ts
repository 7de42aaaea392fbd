/**
 * Loads a package's CommonJS build. What is imported instead is first read through for the names
 * of its exports: with one large file that takes longer than to run it, with many small ones each
 * has its price.
 */
import { createRequire } from 'node:module';

export const required = createRequire(import.meta.url);
