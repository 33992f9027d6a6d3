import type {Command} from "commander";
import type {Run} from "../main.ts";
import {verify} from "../verify.ts";

export function addVerify(program: Command, run: Run): void {
  program
    .command("verify")
    .description("efterregn alle kontrolsummer i udtræk, frigivelser og pakker")
    .action(
      run(async (_options, {dataDir}, output) => {
        const {checked, problems} = await verify(dataDir);
        for (const {path, problem} of problems) output.line(`${problem}: ${path}`);
        output.line(
          problems.length === 0
            ? `${checked} filer er uændrede.`
            : `${problems.length} af ${checked} filer er beskadiget eller mangler.`
        );
        output.result({checked, problems});
        return problems.length === 0 ? 0 : 1;
      })
    );
}
