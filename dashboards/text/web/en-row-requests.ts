export const englishRowRequests = {
  rowRequests: {
    title: "Taking out rows",
    lead: "Rows about persons cannot be seen here. Where they are needed elsewhere, one says why, another approves, and they are taken out on the command line of the machine where they lie.",
    purpose: (purpose: string) => `You look at data for the purpose ${purpose}. It holds for what you ask for too.`,
    list: (count: number) => (count === 0 ? "No requests" : count === 1 ? "1 request" : `${count} requests`),
    number: "Number",
    what: "What",
    why: "Why",
    state: "State",
    kinds: {extract: "Extract", quarantine: "Rejected rows"},
    states: {
      asked: "waits for approval",
      approved: "approved",
      refused: "refused",
      taken: "taken out",
      expired: "approved, but not taken out in time"
    },
    asked: (name: string, date: string) => `${name}, ${date}`,
    decided: (name: string, date: string) => `by ${name} ${date}`,
    taken: (date: string, rows: number) => `${date}, ${rows} rows`,
    command: (number: string) => `aarshjul rows take ${number} --out rows.csv`,
    commandNote: (days: number) => `Good for ${days} days and once.`,
    approve: "Approve",
    refuse: "Refuse",
    ask: "Ask for rows",
    kind: "Which rows",
    standard: "Data standard",
    municipality: "Municipality code",
    municipalityHint: "Three digits, e.g. 751.",
    period: "Period",
    periodHint: "E.g. 2025-H2. Empty for rejected rows.",
    delivery: "Delivery",
    deliveryHint: "Only for rejected rows: the delivery's number as it stands in the address of its page.",
    reason: "What are the rows for?",
    reasonHint: "A sentence or two. No names or CPR numbers.",
    submit: "Send for approval",
    sent: (number: string) => `The request has number ${number} and waits for somebody else to approve it.`,
    stamp: (number: string) => `Not to be passed on · ${number}`,
    problems: {
      purpose: (title: string, purpose: string) =>
        `“${title}” was not collected for the purpose ${purpose} and may not be taken out for it.`,
      scope: "It lies outside the municipality that you have access to.",
      steward: "Rejected rows can be asked for by the data steward alone, to check data.",
      period: "The period cannot be read. Write e.g. 2025-H2.",
      delivery: "There are no rejected rows of that delivery, or they have been deleted.",
      nothing: "There are no rows of that standard of that municipality and period.",
      reason: "Write what the rows are for: at least ten characters, and no CPR number.",
      decided: "The request has been decided already, or you made it yourself."
    }
  }
};
