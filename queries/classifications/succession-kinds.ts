import type {Classification} from "./classification.ts";

export const successionKinds: Classification = {
  id: "succession-kinds",
  title: "Ændringer af enheder",
  source: "Aarshjul",
  codes: [
    {code: "merged", label: "Sammenlagt", labelEnglish: "Merged"},
    {code: "split", label: "Delt", labelEnglish: "Split"},
    {code: "moved", label: "Flyttet", labelEnglish: "Moved"},
    {code: "renamed", label: "Omdøbt", labelEnglish: "Renamed"}
  ]
};
