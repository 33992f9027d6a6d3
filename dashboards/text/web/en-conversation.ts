import type {danishConversation} from "./da-conversation.ts";
import {many} from "./many.ts";

export const englishConversation: typeof danishConversation = {
  conversation: {
    title: (template, unit) => `${template}: ${unit}`,
    over: (period) => `Over the data package for the ${period}`,
    states: {preparing: "In preparation", held: "Held", following: "Followed up", closed: "Closed"},
    stateTitle: "How far it has come",
    stateNow: (state) => `Now: ${state}`,
    moves: {
      held: "The conversation has been held",
      following: "Begin follow-up",
      closed: "Close"
    },
    moveBack: (state) => `Back to “${state}”`,
    reopen: "Open again",
    closedNote:
      "The conversation is closed and its texts are locked. The status of its agreements can still be changed.",
    readOnly: "You may read the conversation, but not write in it.",
    links: {package: "Read the data package", unit: "The unit's figures", history: "History", print: "Print minutes"},
    noPackage: "No data package is out for the half-year; the figures are the released ones.",
    help: "Help for this page",
    helpText: [
      "Write in the fields. It saves by itself, and the time stands at the field. Without script the button “Save” saves everything.",
      "If somebody else writes in the same field, nobody is overwritten: you are shown both texts and choose.",
      "Everything that has stood here is in the history and can be brought back.",
      "Agreements are printed in the unit's next data package beside the new figure. Everybody can read the package: do not name children, parents or staff in them.",
      "Write no civil registration numbers anywhere. Where something looks like one, you are asked before it is saved."
    ],
    evidence: "What the figures show",
    evidenceLead:
      "The released figures as everybody sees them, up to the half-year. Only figures that can be told apart are mentioned.",
    standsOut: "Stands out",
    changed: "New since last time",
    nothingNew: "No new figure can be told apart from the same time the year before.",
    findings: "Findings and dialogue",
    noFindings: "There are no findings for the unit in the half-year.",
    allFigures: (count) => `All ${count} figures of the package`,
    figure: "Indicator",
    own: "Here",
    municipality: "The municipality",
    nation: "The country",
    noFigures: "There are no released figures for the unit in the half-year.",
    last: "What we agreed last time",
    noLast: "There are no earlier agreements.",
    lastMore: (count) =>
      `${many(count, "older agreement is", "older agreements are", "en-GB")} on the page of agreements.`,
    changeStatus: "Status is changed in the conversation where the agreement was made.",
    guide: "Reading guide",
    guideLead: "From what you see to what you do. Take questions out, and add your own.",
    steps: {observe: "Observe", interpret: "Interpret", decide: "Decide", "follow-up": "Follow up"},
    stepHelp: {
      observe: "Describe before you explain. Keep figures that cannot be told apart out of the story.",
      interpret: "Find at least two explanations, and say what you do not know.",
      decide: "Few things that somebody does and that can be seen. Write them as agreements below.",
      "follow-up": "What would make you change your minds?"
    },
    ownQuestion: "Question of your own",
    ownStep: "Step",
    addQuestion: "Add question",
    removeQuestion: "Take out",
    removed: "Questions that have been taken out",
    bringBack: "Bring back",
    fromFigures: "Questions from figures that stand out",
    addFromFigure: "Add",
    noQuestions: "No questions in this step.",
    heldOn: "Held on",
    participants: "Participants",
    participantsHelp: "Names and roles of those who take part by virtue of their work or office.",
    agreements: "Agreements",
    agreementsLead: "What do we do, which figure does it aim at, who does it, and when do we look at it?",
    agreement: (number) => `Agreement ${number}`,
    newAgreement: "New agreement",
    addAgreement: "Save, and add another",
    fields: {
      text: "What is agreed?",
      indicator: "Which indicator does it aim at?",
      aim: "Indicator",
      noIndicator: "No indicator",
      direction: "The figure is to",
      directions: {"": "not said", rise: "rise", fall: "fall", hold: "be kept"},
      expected: "Expected change, in words",
      target: "Target, as a number",
      targetHelp: "In the indicator's own measure, e.g. 5.5",
      owner: "Responsible",
      ownerHelp: "A role, not a name",
      due: "Due",
      status: "Status"
    },
    noAgreements: "No agreements have been made yet.",
    save: "Save",
    saved: (moment, who) => (who ? `Saved ${moment} by ${who}` : `Saved ${moment}`),
    notSaved: "Not saved",
    problems: {
      text: "Write what is agreed. The rest is not saved yet.",
      target:
        "The target must be a number, e.g. 5.5. Words can stand under “Expected change”. The agreement is not saved yet.",
      "target-without-indicator": "Choose the indicator that the target is for. The agreement is not saved yet.",
      due: "The due date must be a date. The agreement is not saved yet.",
      indicator: "The indicator is not known. The agreement is not saved yet.",
      "too-long": "The text is too long to be saved. Divide it, or enclose it.",
      date: "That is not a date.",
      state: "The state is not known.",
      closed:
        "The conversation was closed meanwhile, so the text is not saved. Copy it, and open the conversation again."
    },
    problemTitle: "Something is not saved",
    problemText: "See the marked fields below. What you wrote still stands there.",
    conflict: {
      title: "Somebody else has written here meanwhile",
      text: (who, moment) => `${who} saved ${moment}. Your text stands in the field and is in the history.`,
      theirs: "Their text",
      mine: "Keep mine",
      takeTheirs: "Keep theirs",
      both: "Keep both"
    },
    asked: {
      title: "Is it a civil registration number?",
      text: (shown) =>
        `The text holds something that looks like one: ${shown}. It has not been saved. If it is a civil registration number, delete it.`,
      confirm: "No, it is not a civil registration number"
    },
    named: {
      title: "Is it a person's name?",
      text: (names) =>
        `The agreement mentions: ${names}. It is printed in the unit's next package, which everybody can read, and has not been saved. Write a role instead of a name.`,
      confirm: "It is not a person's name"
    },
    status: {
      saving: "Saving …",
      saved: "Saved at",
      failed: "Could not save. Trying again.",
      signedOut: "You are signed out and the newest is not saved. Sign in in another tab and it will be saved."
    },
    history: {
      title: (unit, template, period) => `History: ${unit}, ${template.toLowerCase()}, ${period}`,
      lead: "Every change: who, when and what. Nothing is deleted when an earlier text is brought back.",
      back: "Back to the conversation",
      part: "Field",
      all: "All",
      show: "Show",
      count: (count) => many(count, "change", "changes", "en-GB"),
      empty: "Nothing has been written yet.",
      aside: "set aside, since somebody else had written",
      restored: "brought back",
      standing: "stands now",
      removedAll: "(emptied)",
      restore: "Bring back",
      made: "before the conversation",
      system: "the demonstration",
      unknown: "unknown user",
      parts: {
        state: "How far it has come",
        questions: "The questions",
        "held-on": "Held on",
        participants: "Participants"
      },
      answer: (question) => `Answer: ${question}`,
      agreement: "Agreement",
      more: (count) => `The newest ${count} are shown. Choose a field to see fewer.`
    },
    minutes: "Minutes",
    signed: "Date and signature",
    list: {
      title: "Conversations",
      lead: "Learning conversations, school development conversations and supervision: in preparation, held and followed up.",
      period: "Half-year",
      place: "Municipality or area",
      kind: "Kind of conversation",
      state: "State",
      none: "Not begun",
      all: "All",
      apply: "Show",
      unit: "Unit",
      held: "Held on",
      agreements: "Agreements",
      count: (count) => many(count, "conversation", "conversations", "en-GB"),
      summary: (begun, held) => `${begun} begun, of which ${held} held.`,
      more: (count) => `The first ${count} are shown. Choose an area to see fewer.`,
      empty: "No conversations fit the choice, or you may not see them."
    },
    link: "The learning conversation",
    wheel: "Open the conversations",
    closed: "The conversation is closed. Open it again to write in it."
  }
};
