import {type Damage, verifyLake} from "./verify-lake.ts";
import {verifyPackages} from "./verify-packages.ts";
import {verifyRelease} from "./verify-release.ts";

/** Every checksum of inbox, lake, releases and packages; what is damaged, missing or unknown is named. */
export async function verify(
  dataDir: string
): Promise<{readonly checked: number; readonly problems: readonly Damage[]}> {
  const checks = [await verifyLake(dataDir), await verifyRelease(dataDir), await verifyPackages(dataDir)];
  return {
    checked: checks.reduce((sum, {checked}) => sum + checked, 0),
    problems: checks.flatMap(({problems}) => problems)
  };
}
