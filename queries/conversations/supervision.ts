import {boardStatement, notes, type Section, type Template} from "./template.ts";

const conditions: Section = {
  id: "conditions",
  place: "opening",
  title: "Rammer",
  titleEnglish: "Conditions",
  help: "Børn, personale, ledelse og lokaler, som de er ved besøget.",
  helpEnglish: "Children, staff, leadership and rooms as they are at the visit."
};

const visit: Section = {
  id: "visit",
  place: "opening",
  title: "Besøget",
  titleEnglish: "The visit",
  help: "Anmeldt eller uanmeldt, hvornår, hvor længe, hvilke stuer, og hvordan der er observeret.",
  helpEnglish: "Announced or not, when, how long, which rooms, and how it was observed."
};

const assessment: Section = {
  id: "assessment",
  place: "closing",
  title: "Samlet vurdering",
  titleEnglish: "Overall assessment",
  help: "Styrker, udviklingspunkter og eventuelle henstillinger eller påbud med begrundelse.",
  helpEnglish: "Strengths, points to develop, and any recommendations or orders with their reasons."
};

const reply: Section = {
  id: "reply",
  place: "closing",
  title: "Dagtilbuddets bemærkninger",
  titleEnglish: "The institution's remarks",
  help: "Lederens kommentarer til rapporten, før den offentliggøres.",
  helpEnglish: "The leader's comments on the report before it is published."
};

export const supervision: Template = {
  id: "supervision",
  title: "Tilsynsrapport",
  titleEnglish: "Supervision report",
  basis:
    "Det pædagogiske tilsyn med dagtilbuddet. Rapporten offentliggøres mindst hvert andet år; den bygger både på data og på observationer, og det skal kunne ses, hvordan de er brugt.",
  basisEnglish:
    "The pedagogical supervision of the day-care institution. The report is published at least every second year; it builds on data as well as on observations, and shows how they were used.",
  kinds: ["daycare"],
  sections: [visit, conditions, notes, assessment, reply, boardStatement],
  questions: [
    {
      id: "seen",
      step: "observe",
      text: "Hvad så vi af samspil mellem voksne og børn, og hvad viser tallene om rammerne?",
      textEnglish:
        "What did we see of the interplay between adults and children, and what do the figures show of the conditions?"
    },
    {
      id: "environment",
      step: "observe",
      text: "Hvordan er læringsmiljøet gennem dagen: leg, rutiner og planlagte forløb?",
      textEnglish: "How is the learning environment through the day: play, routines and planned activities?"
    },
    {
      id: "vulnerable",
      step: "interpret",
      text: "Hvordan møder stedet børn i udsatte positioner, og hvad bygger vi det på?",
      textEnglish: "How does the place meet children in vulnerable positions, and what do we base it on?"
    },
    {
      id: "parents",
      step: "interpret",
      text: "Hvordan er samarbejdet med forældre og overgangen til skole?",
      textEnglish: "How is the cooperation with parents and the transition to school?"
    },
    {
      id: "develop",
      step: "decide",
      text: "Hvad skal dagtilbuddet arbejde videre med?",
      textEnglish: "What is the institution to work on?"
    },
    {
      id: "next-visit",
      step: "follow-up",
      text: "Hvornår og hvordan følges der op?",
      textEnglish: "When and how is it followed up?"
    }
  ],
  signatures: [
    {text: "Tilsynsførende", textEnglish: "Supervisor"},
    {text: "Leder", textEnglish: "Leader"}
  ]
};
