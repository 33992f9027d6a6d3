import type {Command} from "commander";
import {formatNumber} from "../../dashboards/format.ts";
import {BadInput} from "../../queries/errors.ts";
import type {Run} from "../main.ts";
import {rotatePseudonyms} from "../pseudonyms/rotate.ts";

export function addPseudonyms(program: Command, run: Run): void {
  program
    .command("pseudonyms")
    .argument("<opgave>", "rotate: skift den ydre nøgle; ingen skal levere igen, og ingen CPR-numre skal bruges")
    .description("skift nøglen bag de pseudonymer, som CPR-numre er gjort til ved modtagelsen")
    .action(
      run(async (_options, {dataDir}, output, [task]) => {
        if (task !== "rotate") throw new BadInput(`no such task: ${task}`, `Opgaven skal være rotate, ikke ${task}.`);
        const rotation = await rotatePseudonyms(dataDir, output.progress);
        const count = (number: number) => formatNumber(number, 0, "da");
        output.line(
          `${count(rotation.pseudonyms)} pseudonymer i ${count(rotation.renewed)} af ${count(rotation.files)} udtræk er fornyet; den gamle nøgle er slettet.`
        );
        output.result(rotation);
        return 0;
      })
    );
}
