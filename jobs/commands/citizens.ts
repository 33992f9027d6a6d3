import type {Command} from "commander";
import {startCitizenService} from "../citizen/citizen-service.ts";
import type {Run} from "../main.ts";
import {mayPseudonymise} from "../pseudonyms/settings.ts";

export function addCitizens(program: Command, run: Run): void {
  program
    .command("citizens")
    .description(
      "svar siden, når en borger, der er logget ind, spørger, hvad der er gemt om dem; kører, til den standses"
    )
    .action(
      run(async (_options, {dataDir}, output) => {
        process.umask(0o077);
        const stopped = new Promise((resolve) => {
          for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, resolve);
        });
        const service = await startCitizenService(dataDir);
        output.line(`Borgertjenesten svarer på ${service.path}.`);
        if (!(await mayPseudonymise(dataDir)))
          output.line("CPR-numre gøres ikke til pseudonymer her, så ingen kan findes. Se pseudonyms.json i README.");
        await stopped;
        await service.close();
        return 0;
      })
    );
}
