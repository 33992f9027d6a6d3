import type {Widened} from "../widened.ts";
import type {danishSignoff} from "./da-signoff.ts";
import {many} from "./many.ts";

export const englishSignoff: Widened<typeof danishSignoff> = {
  signoff: {
    title: "Sign-off",
    lead: "No package leaves the house before somebody has looked it through, and somebody who did not make it alone has signed it off.",
    apply: "Show",
    toExplain: "Corrections without a reason",
    toExplainLead:
      "They replace packages that are out, and can be looked through once they say what is corrected, and why. The same reason can be written for many at once; it can be changed on each package's page afterwards.",
    toExplainNotYours: "The reason is written by those who may sign the packages off.",
    chooseAll: "Choose all that are shown",
    chooseNone: "Choose none",
    reasonsShow: "See what will be saved",
    reasonsTitle: (count) => `Reason for ${many(count, "correction", "corrections", "en-GB")}`,
    reasonsLead: "Nothing is saved yet. This is how the reason will stand on the first page of each of the packages.",
    reasonsOwn: "Here follow the package's own figures, before and now. The reason does not change them.",
    reasonsWhich: "Packages that get the reason",
    reasonsReplaces: "Replaces",
    reasonsAfter:
      "The packages are printed again within some minutes and must then be looked through. Each gets its own line of history.",
    reasonsSave: (count) => `Save for ${many(count, "package", "packages", "en-GB")}, and print again`,
    reasonsBack: "Change the text or the choice",
    leftMany: (count) =>
      `${count.toLocaleString("en-GB")} of the chosen packages ${count === 1 ? "was" : "were"} changed by others meanwhile, or may not be changed by you; nothing was done to ${count === 1 ? "it" : "them"}.`,
    noneReady:
      "None of the chosen packages is where it was when the list was shown: others have changed them. Nothing is saved.",
    noneLacking: "None of the chosen packages lacks a reason any more: others have changed them. Nothing is saved.",
    filesMissing: "Files missing",
    missingHere: "The package's files have been deleted. Open the package to see how they are built again.",
    missing: (command) =>
      `The package's files are missing: they have been deleted from the folder of packages. Whoever runs the machine builds them again with »${command}«. Until then the package can be neither looked through nor signed off. Where the figures say something else today, it becomes a new issue.`,
    missingForGood:
      "The package's files are missing: they have been deleted from the folder of packages. They are not built again, since the package has been withdrawn or replaced by a newer one, and it cannot be signed off.",
    missingMany: (names) =>
      `The files of these packages are missing, so nothing is saved: ${names}. Whoever runs the machine builds them again with »npx aarshjul packages«; until then they can be neither looked through nor signed off. Press again to go on with the others.`,
    toSee: "To be looked through",
    toSign: "Looked through, awaiting sign-off",
    embargoed: "Signed off, released later",
    toSeeNone: "No packages are waiting to be looked through.",
    toSignNone: "No packages await sign-off.",
    count: (count) => many(count, "package", "packages", "en-GB"),
    shown: (shown, count) => `The first ${shown} of ${count} are shown. Choose a municipality, a period or an edition.`,
    choose: "Choose",
    chooseOne: (unit, edition) => `Choose ${unit}, ${edition}`,
    unit: "Unit",
    edition: "Edition",
    period: "Period",
    number: "No.",
    built: "Built",
    out: "Released",
    correction: "Correction",
    sent: "Sent back",
    printing: "Being printed again",
    notYours: "Not for you to sign off",
    markSeen: "Mark the chosen as looked through",
    signChosen: "Sign off the chosen",
    signLead: "The chosen packages are released at the same time. The comment is kept with each of them.",
    commentHint: "Do not write names or civil registration numbers.",
    commentOptional: "Comment (may be left out)",
    day: "Released on",
    time: "at",
    see: "See the package as it will be",
    seeOut: "The package",
    seeWeb: "Read the web edition",
    seePdf: "Open the PDF",
    seeLead: "Only those who may see the package before its release can open it here. Every look is logged.",
    pageLink: "To the package's page",
    embargo: (moment) => `Released ${moment}. Until then it can only be seen here.`,
    isOut: (moment) => `Released ${moment}.`,
    replacedBy: "A newer issue of the package has been built.",
    toNewer: "Go to the new one",
    replaces: (issue) => `Replaces ${issue}, which is out.`,
    history: "History",
    historyNone: "Nobody has done anything with the package yet.",
    at: "When",
    what: "What",
    who: "Who",
    said: "Comment",
    explain: "Write what is corrected, and why",
    explainLead:
      "The text is printed on the correction's first page with the figures that have changed, and sent to everybody who got the old one.",
    explainAgain: "The reason",
    explainPrinted: "It stands in the package. If you change it, the package is printed and looked through again.",
    explainWaiting: "The package is printed again with the reason within a minute. Then it can be looked through.",
    explainButton: "Save, and print the package again",
    preview: "Look through",
    previewLead: "Say that you have looked the package through. Sign-off comes afterwards.",
    previewButton: "I have looked it through",
    sign: "Sign off",
    signOneLead:
      "The package is released at the chosen moment, Danish time. Then everybody can read it, and it is sent to its recipients.",
    signButton: "Sign the package off",
    return: "Send back",
    returnLead: "The package is not released. Write what must be done again.",
    returnButton: "Send back",
    move: "Move the release",
    moveButton: "Move",
    withdraw: "Withdraw",
    withdrawLead:
      "The package disappears from the site and is sent to nobody more. What has been sent cannot be called back; write why.",
    withdrawButton: "Withdraw the package",
    reason: "Reason",
    whyNot: {
      "sign-in": "You are not signed in.",
      role: "Your role cannot sign packages off.",
      administrator: "An administrator sees no data and cannot sign them off.",
      "second-factor": "Sign in with two steps to sign off.",
      scope: "The package lies outside your area.",
      purpose: "Choose a purpose on »My account« before you sign off.",
      "data-purpose": "The data may not be used for the purpose that you have chosen.",
      alone: "You are the only one who has written in this package. Somebody else must sign it off."
    },
    done: {
      explain: "The reason has been saved, and the package is printed again.",
      preview: "It has been noted that the package is looked through.",
      sign: "The package is signed off.",
      return: "The package has been sent back.",
      move: "The release has been moved.",
      withdraw: "The package has been withdrawn."
    },
    doneMany: {
      explain: (count) =>
        count === 1
          ? "The reason is saved for 1 package, which is printed again. Then it can be looked through."
          : `The reason is saved for ${count} packages, which are printed again. Then they can be looked through.`,
      preview: (count) => `${many(count, "package is", "packages are", "en-GB")} noted as looked through.`,
      sign: (count) => `${many(count, "package is", "packages are", "en-GB")} signed off.`
    },
    problem: "It could not be done",
    changed: "The package has changed since you opened the page. Look it through again.",
    none: "Choose at least one package.",
    person: "There is a civil registration number in the text. Remove it.",
    short: "Write at least five characters.",
    long: "Write at most 1,000 characters.",
    moment: "Write a day and a time.",
    refused: "The step cannot be taken now."
  }
};
