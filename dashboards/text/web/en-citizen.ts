export const englishCitizen = {
  citizen: {
    title: "What do we keep about you?",
    lead: "What the municipality keeps here, what it is used for, and when it is deleted.",
    short: [
      "The municipality wants to know whether children are well, learn, and meet enough adults. So we count. We look at schools, day care and the whole municipality. We do not look at you.",
      "We keep no names, addresses or CPR numbers. A code stands there instead. Only one small part of the system can make the code, and that part never shows anything.",
      "Nobody can look you up. There is no page where a member of staff can see your figures or your child's. If rows are to be taken out, two persons must say yes, and it is written down.",
      "Small figures are hidden, so that nobody can work out who you are."
    ],
    perStandard: "What we keep",
    standards: {
      children:
        "If your child goes to day care, we learn where, whether the child is 0–2 or 3–5 years old, and for how many hours. We do not learn who the child is.",
      pupils:
        "If your child goes to a public school, we learn which school and class, and whether the child is a boy or a girl. We count how many children there are in the class.",
      absence:
        "If your child goes to a public school, we learn how many days the child was away in half a year. We do not learn which days, or what was the matter.",
      wellbeing:
        "Once a year pupils answer questions about going to school. The answers are used for statistics only; the law says so. No teacher, leader or parent can see what a child has answered.",
      grades:
        "If your child has sat the exams of grade 9, we get the grades. We work out an average for the school. Grades of a single pupil are never shown.",
      "language-assessments":
        "If your child is three years old and goes to day care, we learn whether the child's language has been assessed and whether help is needed. We show only how many children there are.",
      staffing:
        "If you work in a school, day care or leisure centre, we learn your position and how many hours you work. We do not learn your pay.",
      "staff-absence":
        "If you work in a school, day care or leisure centre, we learn how many days you were ill in half a year. We do not learn what was the matter. Your manager cannot see it here.",
      "parent-survey":
        "If you were asked whether you are content with your child's school or day care, we get your answer on a scale of 1 to 5. We do not get your name."
    },
    findings:
      "We also keep short texts about schools and day care, for instance from an inspection. No names may stand in them, and they are looked through before they are used.",
    written: (written: number, returned: number, closed: number) =>
      `We keep what leaders and the municipality write in their conversations about a school or day care. It is deleted ${written} months after the half-year that it is about. If a mail comes back, we keep the address for ${returned} months. We keep the name and address of those who get data packages sent. They are deleted ${closed} months after we stop sending.`,
    more: "Purpose, legal basis and deletion",
    facts: {
      purpose: "Purpose",
      legalBasis: "Legal basis",
      use: "May be used for",
      statisticsOnly: "statistics only",
      kept: "Kept for",
      keptFor: (months: number) => `${months} months after the period has ended. Then it is deleted.`,
      from: "Comes from",
      fromText: "the municipality's own systems. There you can have it corrected."
    },
    after: "When the data are deleted",
    afterText:
      "We keep the figures of schools and day care, so that the development can be seen. They say nothing about you. For each file that is deleted we keep a receipt.",
    rights: "Your rights",
    rightsText: [
      "You have a right to see what is kept about you. Sign in with MitID to see whether there is anything about you, of which years, and whether anybody has taken it out. The page does not show the data themselves. Ask the municipality for them.",
      "If something is wrong, tell your school, day care or municipality. They correct it in their system, and then it is corrected here too.",
      "You can complain to Datatilsynet if you think that the municipality uses your data wrongly."
    ],
    signIn: "Sign in and see what is kept about you",
    seeOwn: "See your own data",
    notHere: "Citizens cannot sign in here yet. Write to the municipality and ask to see your data.",
    own: {
      title: "Your data",
      lead: "What is kept about you here, and who has taken it out.",
      noRows:
        "We do not show the data themselves, only that they are here. The page cannot open them, and that is on purpose.",
      demonstration:
        "This is a demonstration. The persons in the data are invented, so there is nothing to find about you. Below you see the page as it looks for somebody who is not in the data.",
      gone: "It is too long since you signed in. Sign in again to see your data.",
      unavailable: "The service that finds your data does not answer. Try again in a while.",
      again: "Sign in again",
      heldTitle: "This is kept about you",
      notHeldTitle: "Nothing about you here",
      nothing: "Nothing is kept about you.",
      from: (municipality: string, date: string) => `delivered by ${municipality} ${date}`,
      fromUndated: (municipality: string) => `delivered by ${municipality}`,
      periods: "Periods",
      delivered: "Comes from",
      used: "Counted in",
      deletedBy: "Deleted by",
      takenTitle: "Who has taken data out?",
      takenLead:
        "When somebody takes rows out of the system, somebody else must approve it first. Here are the times when your data may have been among them. We do not say who the member of staff is.",
      takenNone: "Nobody has taken out rows that you may have been among.",
      taken: (date: string, standard: string, period: string, purpose: string) =>
        `${date}: ${standard}${period ? ` (${period})` : ""}. Purpose: ${purpose}.`,
      purposes: {
        "self-service": "one's own data",
        quality: "development of quality",
        supervision: "supervision",
        statistics: "statistics",
        validation: "checking of data",
        operations: "operations",
        audit: "audit"
      },
      runsTitle: "When were the data computed with?",
      runsLead: "On these days the system computed with all rows at once. Nobody looked at you alone.",
      children: "Your child's data",
      childrenText:
        "The page cannot show what is kept about your child. It does not know who the parents are, and that is not for you to write. Ask the municipality."
    }
  }
};
