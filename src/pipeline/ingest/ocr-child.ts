/** Script of the child that reads pictures of text: slow and large, so that it is another one than those that open text files. */
import { openRecogniser } from '../extract/open-recogniser.ts';
import { serveReader } from './serve-reader.ts';

serveReader(openRecogniser());
