import type {Command} from "commander";
import {check} from "../intake.ts";
import type {Run} from "../main.ts";
import {describeFile, type IntakeOptions, requestOf, tell} from "./intake.ts";

export function addCheck(program: Command, run: Run): void {
  describeFile(
    program.command("check").description("kontrollér filer uden at gemme noget").argument("<fil...>", "filerne")
  ).action(
    run<IntakeOptions>(async (options, config, output, names) =>
      tell(await check(requestOf(names, options, config)), output)
    )
  );
}
