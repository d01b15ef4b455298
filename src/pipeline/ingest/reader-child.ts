/** Script of the children that open files (rule P1). */
import { serveReader } from './serve-reader.ts';

serveReader();
