/** A process of its own for the tests that kill it: takes the files in and says so. */
import {intake} from "../jobs/intake.ts";

const [dataDir, ...paths] = process.argv.slice(2);
await intake({dataDir: dataDir!, files: paths.map((path) => ({path}))});
console.log("done");
