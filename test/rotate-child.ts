/** A process of its own for the tests that kill it. */
import {rotatePseudonyms} from "../jobs/pseudonyms/rotate.ts";

await rotatePseudonyms(process.argv[2]!);
