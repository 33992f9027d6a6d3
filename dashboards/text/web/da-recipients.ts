import {many} from "./many.ts";

export const danishRecipients = {
  recipients: {
    title: "Modtagere",
    lead: "Hvem der får hvilke datapakker, og hvad der er kommet frem. En modtager får kun udgaver af enheder inden for sit eget område.",
    stopped: "Mail, der ikke kom frem",
    stoppedLead:
      "En mail til disse adresser kom tilbage. Der sendes ikke mere, før nogen har rettet adressen eller åbnet for den igen.",
    since: "Siden",
    reason: "Mailserverens svar",
    open: "Åbn for adressen",
    openAll: "Åbn, og send det, der ikke kom frem",
    opened: "Der sendes igen mail til adressen.",
    openedAll: (count: number) =>
      `Der sendes igen mail til adressen. ${many(count, "pakke", "pakker")} sendes om ved næste kørsel.`,
    gone: "Der var ikke lukket for adressen.",
    list: "Alle modtagere",
    count: (count: number) => many(count, "modtager", "modtagere"),
    none: "Der er ingen modtagere endnu.",
    add: "Tilføj en modtager",
    elsewhere:
      "Modtagere i mapper og webhooks rummer stier og hemmeligheder; dem tilføjer og lukker den, der driver systemet, på serveren (»aarshjul recipients«).",
    name: "Navn",
    channel: "Hvordan",
    channels: {mail: "mail", folder: "mappe", webhook: "webhook"},
    forms: {attached: "PDF vedhæftet", link: "kun link"},
    scope: "Område",
    editions: "Udgaver",
    got: "Leveret",
    last: "Senest",
    never: "–",
    closed: "lukket",
    noMail: "får ingen mail",
    bounces: "Det seneste, der kom tilbage",
    issue: "Pakke",
    at: "Hvornår",
    actions: {failed: "kom ikke frem", delayed: "forsinket"},
    sources: {smtp: "straks", report: "senere", hand: "noteret i hånden"}
  }
};
