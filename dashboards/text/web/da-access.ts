export const danishAccess = {
  access: {
    foreign: "Formularen kom fra et andet sted end denne side. Åbn siden igen, og prøv en gang til.",
    refused: "Det har du ikke adgang til",
    refusals: {
      "sign-in": "Log ind for at komme videre.",
      role: "Din rolle giver ikke adgang til dette.",
      administrator: "En administrator passer brugere og drift og ser ingen data. Log ind som en anden for at se dem.",
      "second-factor": "Din rolle kræver to trin, når du logger ind. Log ud, og log ind igen med en kode.",
      scope: "Det ligger uden for de enheder eller den kommune, som du har adgang til.",
      purpose: "Vælg først på din konto, hvilket formål du ser data til.",
      alone: "Det skal en anden gøre end den, der alene har lavet det."
    }
  }
} as const;
