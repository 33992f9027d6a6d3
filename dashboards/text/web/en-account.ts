import {many as manyIn} from "./many.ts";

const many = (count: number, one: string, more: string) => manyIn(count, one, more, "en-GB");

export const englishAccount = {
  accountPage: {
    title: "My account",
    who: "You",
    name: "Name",
    signsInWith: "Signs in",
    origins: {
      local: (name: string) => `here, as ${name}`,
      provider: (issuer: string) => `at ${issuer}`,
      demonstration: () => "as a trial user of the demonstration"
    },
    rights: "Roles",
    noRights: "You have no roles yet. Talk to your administrator.",
    secondFactor: "Two steps",
    on: (codes: number) => `on, ${many(codes, "recovery code", "recovery codes")} left`,
    off: "off",
    unneeded: "not needed in the demonstration",
    elsewhere: "where you sign in",
    table: "See what each role may do",
    purpose: "Purpose",
    purposeLead:
      "Looking at data that are not public needs a purpose. It holds until you sign out and stands in the log.",
    purposeLabel: "I look at data for",
    purposeNone: "None chosen",
    purposeSave: "Save purpose",
    sessions: "You are signed in here",
    sessionsLead: "If you do not know a place, sign out there and change your passphrase.",
    device: "Browser",
    since: "Since",
    seen: "Last used",
    ends: "Ends",
    here: "this one",
    end: "Sign out there",
    endOf: (device: string, since: string) => `Sign out: ${device}, since ${since}`,
    endOthers: "Sign out everywhere else",
    change: "Change passphrase",
    old: "Present passphrase",
    fresh: "New passphrase",
    changeSave: "Change",
    changed: "The passphrase is changed, and you are signed out everywhere else.",
    oldWrong: "The present passphrase is wrong.",
    turnOn: "Turn on two steps",
    renewCodes: "Make new recovery codes",
    renewNote: "The old ones stop working."
  },
  accessPage: {
    title: "Who may see what?",
    lead: "Nothing is allowed until a role allows it. The table is the one that the program itself decides by.",
    table: "What each role may do, within its own scope",
    everyone: "Everybody",
    action: "Action",
    yes: "may",
    no: "may not",
    notes: {alone: "only what somebody else also worked on", purpose: "needs a chosen purpose"},
    actions: {
      "see-disclosed": "See released figures, packages, definitions and data standards",
      "sign-in": "Sign in",
      "use-account": "See and change one's own account",
      "see-own-record": "See one's own data and who has seen them",
      "open-case": "Ask for correction or access",
      preview: "See packages before they are released",
      "see-own-unit": "See one's own institution's figures from three persons, for who leads no other",
      "see-raw": "See figures without suppression",
      "approve-raw-export": "Approve that figures without suppression are taken out",
      "see-conversations": "Read learning conversations",
      "write-conversation": "Write in learning conversations and agreements",
      "write-findings": "Write and read findings before they are released",
      "sign-off": "Approve a package",
      "request-release": "Ask for a release",
      "approve-release": "Approve a release",
      "propose-definition": "Propose a definition",
      "approve-definition": "Approve a definition",
      "see-deliveries": "See deliveries and validation reports",
      "see-quarantine": "See quarantined rows",
      deliver: "Deliver data",
      "handle-reports": "Answer error reports",
      "manage-recipients": "Change who gets packages",
      "see-operations": "See operation",
      "run-operations": "Run and skip jobs",
      "see-accounts": "See users and roles",
      "manage-accounts": "Create users and give roles",
      "see-audit": "Read the log"
    },
    scopes: "Each right holds within a scope",
    scopesText:
      "A leader has their institution, an area chief their area, an administration chief their municipality. An administrator may have no other role and sees no data. Nobody can approve what they alone made.",
    rules: "Rules of signing in",
    rulesList: {
      idle: "One is signed out after 30 minutes without use and always after 8 hours. Citizens after 15 minutes and 1 hour.",
      factor: "Administrators and data stewards sign in in two steps.",
      log: "Sign-ins, refusals, exports and changes of roles are written in a log that shows if somebody altered it.",
      sample: "Every month some look-ups are drawn for which the user must say why."
    }
  },
  accountsPage: {
    title: "Users",
    lead: "Give only the roles that the work needs. When a role changes, the user is signed out.",
    count: (count: number) => many(count, "user", "users"),
    caption: "Users and their roles",
    name: "Name",
    signsInWith: "Signs in",
    rights: "Roles",
    state: "State",
    states: {active: "Active", invited: "Invited", blocked: "Blocked"},
    factor: "two steps",
    create: "Create a user",
    createSave: "Create and make a code",
    grants: "Roles",
    grantsHint: "One a line, such as leader:751014, area-chief:751-O1, steward:751, analyst:*.",
    edit: "Change roles",
    save: "Save roles",
    block: "Block the user",
    unblock: "Unblock the user",
    reinvite: "Make a new code",
    reinviteNote: "The old passphrase and the two steps stop working.",
    code: "The user's code",
    codeNote:
      "Give the code to the user by another way than the user name. It works once and for a day and is shown only now.",
    from: (given: string) => `The roles come from ${given} and are changed there.`,
    own: "You cannot change your own roles: another administrator does that.",
    saved: "It is saved.",
    noRights: "none"
  },
  lookUpsPage: {
    title: "Why did you look?",
    lead: "Every month some of your look-ups in data that are not public are drawn. Say shortly what they were for. Your auditor can read the answers.",
    count: (count: number) =>
      count === 0
        ? "No look-up waits for an answer."
        : many(count, "look-up waits for an answer", "look-ups wait for an answer"),
    heading: (time: string) => `Look-up ${time}`,
    reason: "What did you need it for?",
    choose: "Choose",
    comment: "Short explanation (may be left out)",
    commentHint: "Write no names and no CPR numbers.",
    save: "Save the answer",
    onward: "Answer later",
    reasons: {
      conversation: "A learning conversation or quality work",
      supervision: "Supervision",
      validation: "Checking a delivery",
      citizen: "A question from a citizen",
      statistics: "Statistics or analysis",
      mistake: "A mistake: I should not have seen it"
    },
    problems: {
      reason: "Choose what you needed it for.",
      personNumber: "The text seems to hold a CPR number. Remove it."
    }
  },
  logPage: {
    title: "Log",
    lead: "Who saw, changed and sent what. Entries cannot be altered without being found out: aarshjul audit verify checks the chain.",
    kind: "Action",
    all: "All",
    number: "No.",
    at: "Time",
    actor: "Who",
    resource: "What",
    detail: "Details",
    count: (count: number) => `The newest ${many(count, "entry", "entries")}`,
    answers: (answered: number, waiting: number) =>
      `Look-ups drawn: ${many(answered, "is answered", "are answered")}, ${many(waiting, "waits", "wait")}.`,
    actions: {
      command: "Command",
      search: "Search",
      see: "Look-up",
      export: "Export",
      change: "Change",
      sign: "Approval",
      send: "Sending",
      "sign-in": "Sign-in",
      refuse: "Refusal"
    }
  }
} as const;
