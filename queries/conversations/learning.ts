import {boardStatement, hypotheses, notes, type Template} from "./template.ts";

export const learning: Template = {
  id: "learning",
  title: "Læringssamtale",
  titleEnglish: "Learning conversation",
  basis:
    "Den halvårlige samtale mellem lederen og områdechefen om datapakken: hvad ser vi, hvad betyder det, og hvad gør vi?",
  basisEnglish:
    "The half-yearly conversation between the leader and the area chief about the data package: what do we see, what does it mean, and what do we do?",
  kinds: ["school", "daycare", "leisure", "area", "municipality"],
  sections: [notes, hypotheses, boardStatement],
  questions: [
    {
      id: "notice",
      step: "observe",
      text: "Hvad lægger vi mærke til i tal og fund, før vi forklarer det?",
      textEnglish: "What do we notice in figures and findings, before we explain it?"
    },
    {
      id: "surprise",
      step: "observe",
      text: "Hvad overrasker os, og hvad savner vi at kunne se?",
      textEnglish: "What surprises us, and what do we miss being able to see?"
    },
    {
      id: "explain",
      step: "interpret",
      text: "Hvad kan forklare det, og hvilke andre forklaringer er mulige?",
      textEnglish: "What can explain it, and which other explanations are possible?"
    },
    {
      id: "children",
      step: "interpret",
      text: "Hvad siger børn, forældre og medarbejdere selv om det?",
      textEnglish: "What do children, parents and staff say of it themselves?"
    },
    {
      id: "act",
      step: "decide",
      text: "Hvad vil vi gøre anderledes, og hvad holder vi op med?",
      textEnglish: "What will we do differently, and what do we stop doing?"
    },
    {
      id: "sign",
      step: "follow-up",
      text: "Hvilket tal eller fund viser, om det virker, og hvornår ser vi på det igen?",
      textEnglish: "Which figure or finding will show whether it works, and when do we look at it again?"
    }
  ],
  signatures: [
    {text: "Leder", textEnglish: "Leader"},
    {text: "Områdechef", textEnglish: "Chief of area"}
  ]
};
