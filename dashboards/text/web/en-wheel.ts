import type {danishWheelPage} from "./da-wheel.ts";
import {many} from "./many.ts";

export const englishWheelPage: typeof danishWheelPage = {
  wheelPage: {
    title: "Annual wheel",
    lead: "Which data come when, when the data packages are ready, and when they are discussed.",
    heading: (place: string, year: number) => `${place} in ${year}`,
    municipality: "Municipality",
    area: "Area",
    role: "Responsible",
    kind: "Kind",
    year: "Year",
    all: "All",
    thisYear: "This year",
    apply: "Show",
    reset: "Show everything",
    areas: {
      daycare: "Day care and shared",
      school: "School and shared",
      leisure: "Leisure and shared",
      municipality: "Shared only"
    },
    areaOf: {daycare: "Day care", school: "School", leisure: "Leisure", staff: "Staff", municipality: "Shared"},
    roles: {
      Analytiker: "Analyst",
      Dagtilbudschef: "Head of day care",
      Datasteward: "Data steward",
      "Direktør for børn og unge": "Director of children and youth",
      Fritidschef: "Head of leisure",
      Områdechef: "Area chief",
      Skolechef: "Head of schools"
    },
    late: (count: number) => many(count, "thing is missing", "things are missing"),
    lateMore: (count: number) => `and ${count} more in the list below`,
    expected: (window: string) => `Expected ${window}.`,
    now: "Now",
    nowNone: "Nothing is going on right now.",
    next: "The next four weeks",
    nextNone: "Nothing begins in the next four weeks.",
    list: "Month by month",
    listCount: (count: number) => many(count, "thing on the wheel", "things on the wheel"),
    empty: "Nothing on the wheel fits the choice.",
    picture: "The wheel",
    alt: (year: number, count: number, late: number) =>
      `Annual wheel of ${year} with months as sectors and a ring for each kind: ${count} things, of which ${late} are missing. All of it stands in the list.`,
    legendRings: "The rings from the outside in",
    legendLooks: "How to read them",
    looks: {late: "missing", now: "going on now", coming: "coming", done: "over", cancelled: "cancelled"},
    several: {
      arrival: "# kinds of data|# data",
      package: "# kinds of package|Packages",
      conversation: "Learning conversations|Conversations|Talks",
      meeting: "# meetings",
      deadline: "# deadlines"
    },
    lateShort: (count: number) => `${count} missing`,
    problems: "Something in the municipality's own wheel cannot be used",
    feed: "The wheel in your own calendar",
    feedLead:
      "Have the wheel in Outlook, Google Calendar or Apple's Calendar. It follows when something is moved or cancelled. There are no figures in it.",
    feedArea: "What is to be in it?",
    feedMake: "Make a calendar address",
    feedTitle: "Your calendar address",
    feedFor: (place: string, area: string) => `${place}: ${area}.`,
    feedAll: "The whole wheel",
    feedOnce: "The address is shown this once. It is your own: whoever knows it can read the calendar.",
    feedAddress: "The address",
    feedOpen: "Open in the calendar program",
    feedHow: "How to do it",
    feedOutlook: "Outlook: Calendar → Add calendar → Subscribe from web, and paste the address.",
    feedGoogle: "Google Calendar: Other calendars → From URL, and paste the address.",
    feedApple: "Apple: File → New calendar subscription, and paste the address.",
    feedBack: "Back to the wheel",
    feedTooMany: "Too many calendar addresses have been made from here. Try again in an hour."
  }
};
