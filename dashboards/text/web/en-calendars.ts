export const englishCalendars = {
  calendarsPage: {
    title: "Calendar addresses",
    lead: "Addresses from which calendar programs read the annual wheel. An address cannot be shown again, but it can be closed, and a new one made instead.",
    own: "Your own",
    ownNone: "You have no calendar addresses. They are made on the annual wheel.",
    others: "All in your area",
    othersLead:
      "Also those that others were given, and those made at the command line. Close an address when it has come into the wrong hands.",
    othersNone: "There are no other open calendar addresses.",
    toWheel: "Go to the annual wheel",
    municipality: "Municipality",
    holds: "Holds",
    language: "Language",
    owner: "For",
    nobody: "somebody who was not signed in",
    made: "Made",
    close: "Close",
    closeLabel: (what: string) => `Close the calendar address: ${what}`,
    renew: "New instead",
    renewLabel: (what: string) => `Close the calendar address and make a new one: ${what}`,
    saved: "The address is closed. Calendar programs that use it are told the next time they ask.",
    gone: "The address was closed already.",
    closed: "This calendar address is closed. Make a new one on the annual wheel if you still need the calendar.",
    mine: "See and close your calendar addresses"
  }
};
