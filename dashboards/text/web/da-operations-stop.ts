import {many} from "./many.ts";

export const danishOperationsStop = {
  operationsStop: {
    stop: (job: string) => `Stands ${job}`,
    stopLead: "Det, der er begyndt, gøres færdigt. Resten venter, til nogen tager det op igen.",
    stopped: (count: number, job: string) => `${many(count, "opgave", "opgaver")} (${job}) er standset.`,
    resume: "Tag dem op igen",
    asked: "Der er bedt om, at det standser. Det sker, når det begyndte er gjort færdigt.",
    resumed: (count: number) => `${many(count, "opgave", "opgaver")} er taget op igen og begynder inden for et minut.`,
    resumedText: "taget op igen",
    jobs: {refresh: "frigivelser", packages: "datapakker", deliver: "leveringer", retain: "sletninger"}
  }
};
