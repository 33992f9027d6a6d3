import {boardStatement, hypotheses, notes, type Template} from "./template.ts";

export const schoolDevelopment: Template = {
  id: "school-development",
  title: "Skoleudviklingssamtale",
  titleEnglish: "School development conversation",
  basis:
    "Den årlige samtale mellem kommunen og skolens leder efter folkeskolelovens § 40 a. Den bygger blandt andet på resultater af obligatoriske test og på opfølgningen fra tidligere samtaler. Testresultater er fortrolige: skriv ikke noget, der kan føres tilbage til en elev.",
  basisEnglish:
    "The yearly conversation between the municipality and the head of the school under section 40 a of the school act. It builds among other things on results of obligatory tests and on the follow-up of earlier conversations. Test results are confidential: write nothing that can be traced to a pupil.",
  kinds: ["school"],
  sections: [
    {
      id: "follow-up-earlier",
      place: "opening",
      title: "Opfølgning på tidligere samtaler",
      titleEnglish: "Follow-up of earlier conversations",
      help: "Hvad er der sket siden sidst? Aftalerne og deres tal står ovenfor.",
      helpEnglish: "What has happened since last time? The agreements and their figures stand above."
    },
    notes,
    hypotheses,
    {
      id: "support",
      place: "closing",
      title: "Kommunens støtte til skolen",
      titleEnglish: "The municipality's support of the school",
      help: "Hvad forvaltningen bidrager med, og hvem skolen kan ringe til.",
      helpEnglish: "What the administration contributes, and whom the school can call."
    },
    boardStatement
  ],
  questions: [
    {
      id: "outcome",
      step: "observe",
      text: "Hvordan har elevernes faglige udvikling og trivsel været siden sidste samtale?",
      textEnglish: "How have the pupils' learning and wellbeing developed since the last conversation?"
    },
    {
      id: "spread",
      step: "observe",
      text: "Hvor store er forskellene mellem grupper af elever, og kan de skelnes fra tilfældighed?",
      textEnglish: "How large are the differences between groups of pupils, and can they be told from chance?"
    },
    {
      id: "teaching",
      step: "interpret",
      text: "Hvad i undervisningen og skolens hverdag kan forklare det?",
      textEnglish: "What in teaching and in the school's daily life can explain it?"
    },
    {
      id: "learned",
      step: "interpret",
      text: "Hvad lærte vi af det, vi aftalte sidst?",
      textEnglish: "What did we learn from what we agreed on last time?"
    },
    {
      id: "priority",
      step: "decide",
      text: "Hvilke få ting skal have skolens opmærksomhed det næste år?",
      textEnglish: "Which few things are to have the school's attention over the next year?"
    },
    {
      id: "conditions",
      step: "decide",
      text: "Hvad skal kommunen gøre, for at skolen kan lykkes?",
      textEnglish: "What must the municipality do for the school to succeed?"
    },
    {
      id: "look-again",
      step: "follow-up",
      text: "Hvad ser vi på ved næste samtale, og hvad ville få os til at mødes før?",
      textEnglish: "What will we look at in the next conversation, and what would make us meet sooner?"
    }
  ],
  signatures: [
    {text: "Skoleleder", textEnglish: "Head of school"},
    {text: "For kommunalbestyrelsen", textEnglish: "For the municipal council"}
  ]
};
