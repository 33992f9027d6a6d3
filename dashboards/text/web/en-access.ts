export const englishAccess = {
  access: {
    signIn: "Sign in",
    signOut: "Sign out",
    account: "My account",
    foreign: "The form came from somewhere else than this page. Open the page again and retry.",
    refused: "You do not have access to this",
    refusals: {
      "sign-in": "Sign in to go on.",
      role: "Your role does not give access to this.",
      administrator:
        "An administrator keeps users and operation and sees no data. Sign in as somebody else to see them.",
      "second-factor": "Your role needs two steps to sign in. Sign out, and sign in again with a code.",
      scope: "It lies outside the units or the municipality that you have access to.",
      purpose: "First choose on “My account” for which purpose you look at data.",
      "data-purpose":
        "These data were not collected for the purpose that you look at data for, and may not be used for it.",
      alone: "Somebody else must do it than the one who alone made it."
    },
    roles: {
      citizen: "Citizen",
      politician: "Politician",
      leader: "Leader",
      "area-chief": "Area chief",
      "administration-chief": "Administration chief",
      analyst: "Analyst",
      steward: "Data steward",
      administrator: "Administrator",
      auditor: "Auditor"
    },
    roleTexts: {
      citizen: "sees the public figures and their own cases",
      politician: "sees the public figures, exactly as everybody else",
      leader: "sees their own institution and prepares the conversation about it",
      "area-chief": "sees the institutions of the area and approves their packages",
      "administration-chief": "sees the municipality's institutions and approves releases",
      analyst: "works with figures and definitions",
      steward: "receives and checks deliveries and error reports",
      administrator: "keeps users and operation and sees no data",
      auditor: "reads the log of who saw what"
    },
    purposes: {
      "self-service": "Own case",
      quality: "Quality and learning conversations",
      supervision: "Supervision",
      statistics: "Statistics",
      validation: "Checking deliveries",
      operations: "Operation",
      audit: "Audit"
    },
    everywhere: "all municipalities",
    self: "themselves",
    scoped: (role: string, place: string) => `${role}: ${place}`
  },
  signInPage: {
    title: "Sign in",
    lead: "Everybody can see the released figures without signing in. Sign in to work with your own institution, deliveries or operation.",
    asked: "The page that you asked for needs you to sign in.",
    name: "User name",
    passphrase: "Passphrase",
    submit: "Sign in",
    local: "With user name and passphrase",
    wrong: "The user name or the passphrase is wrong.",
    wait: (time: string) => `There were too many attempts from here. Try again ${time}.`,
    notHere:
      "Nobody can sign in here: the page is open without encryption from another machine. The operator must set PUBLIC_URL.",
    demonstration: "Try it as somebody else",
    demonstrationLead:
      "This is a demonstration on your own machine with invented data. Choose a role and see the place with its eyes. With real data these entrances do not exist.",
    setUp: "First time?",
    setUpText: "Have you been given a code to get started or to choose a new passphrase?",
    setUpLink: "Use the code",
    staff: "Sign in as staff",
    citizen: "Sign in with MitID",
    providers: "With your usual sign-in",
    signedOut: "You are signed out.",
    signOutThere: "Also sign out where you signed in",
    problems: {
      provider: "The sign-in did not succeed. Try again. If it goes on, tell your administrator the time.",
      acr: "Your sign-in does not have the assurance that is needed here.",
      "too-many": "Your sign-in has so many roles that they cannot be used. Talk to your administrator.",
      together: "Your sign-in has roles that one person must not have at once. Talk to your administrator.",
      "no-roles": "Your sign-in gives no role here. Talk to your administrator.",
      blocked: "Your account is blocked. Talk to your administrator.",
      citizen:
        "Citizens cannot sign in right now: the service that finds one's own data without keeping the CPR number does not answer. The public figures can be seen without signing in.",
      unknown: "There are no data about you here."
    }
  },
  secondFactor: {
    title: "Write the code",
    lead: "Open your authenticator app and write the six digits that it shows for Aarshjul.",
    code: "Code",
    codeHint: "Six digits. Without your phone, write one of your recovery codes.",
    submit: "Go on",
    wrong: "The code is wrong or used. Wait for the next one and try again.",
    wait: (time: string) => `Too many codes were tried. Try again ${time}.`,
    enrol: "Turn on two steps",
    enrolLead:
      "From now on your sign-in also needs a code from your phone. Then nobody can use your account, even if they know your passphrase.",
    enrolForced: "Your role needs it.",
    steps: {
      app: "Open an authenticator app on your phone, such as Microsoft Authenticator or 2FAS.",
      scan: "Scan the picture, or write the key into the app.",
      write: "Write the six digits that the app shows."
    },
    secret: "Key",
    picture: "Picture to scan, with the key in it",
    expired: "The page was open for too long. Here is a new key: scan again.",
    recovery: "Your recovery codes",
    recoveryLead: "Keep the codes in a safe place. Each works once instead of the phone. They are shown only now.",
    recoveryDone: "I have kept them",
    on: "Two steps are on."
  },
  invitation: {
    title: "Use your code",
    lead: "The code works once. It is in the message that you got, or in the window where the program was started.",
    code: "Code",
    submit: "Go on",
    wrong: "The code does not exist, has been used or is too old. Ask for a new one.",
    wait: (time: string) => `Too many codes were tried from here. Try again ${time}.`,
    choose: "Choose your passphrase",
    first: "Become the first administrator",
    firstLead: "The administrator creates users and gives them roles, but sees no data.",
    shown: "Your name",
    name: "User name",
    nameHint: "What you sign in with. Letters, digits, full stop and hyphen.",
    passphrase: "Passphrase",
    passphraseHint: "At least 15 characters. Four random words are good. You may paste it from a password manager.",
    repeat: "The passphrase again",
    save: "Save and sign in",
    problems: {
      short: "The passphrase is too short: it must have at least 15 characters.",
      long: "The passphrase is too long: it may have at most 200 characters.",
      guessable: "The passphrase is too easy to guess. Choose some words that do not belong together.",
      different: "The two passphrases are not the same.",
      name: "The user name must be 2–60 letters, digits, full stops or hyphens.",
      shown: "Write your name.",
      taken: "The user name is taken. Choose another.",
      same: "That is the passphrase you have."
    }
  },
  trialPage: {
    title: "Try a sign-in",
    lead: "Paste the claims that the provider sends and see what such a sign-in would give. Nothing is kept, and nobody is signed in.",
    none: "No provider for staff has been set up. That is done in the file identity.json in the data folder.",
    claims: "Claims as JSON",
    claimsHint: "Use invented people. Only what the settings name is read.",
    submit: "Try",
    notJson: "It is not a JSON object.",
    result: "What would happen",
    accepted: "The person would be signed in.",
    rejected: "The person would not be signed in.",
    rights: "Roles",
    factor: "Counts as two steps",
    yes: "yes",
    no: "no",
    notes: {
      "unknown-role": (text: string) => `The role “${text}” is not in role_map.`,
      "no-scope": (text: string) => `The role ${text} has no scope that can be used.`,
      "wrong-form": (text: string) => `“${text}” does not have the form that the settings say.`
    }
  }
} as const;
