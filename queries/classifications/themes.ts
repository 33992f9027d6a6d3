import type {Classification} from "./classification.ts";

export const themes: Classification = {
  id: "themes",
  title: "Temaer i observationer",
  source: "De pædagogiske læreplanstemaer og skolens trivselsområder",
  codes: [
    {code: "relations", label: "Relationer og fællesskab", labelEnglish: "Relations and community"},
    {code: "language", label: "Sprog og kommunikation", labelEnglish: "Language and communication"},
    {code: "play", label: "Leg og læringsmiljø", labelEnglish: "Play and learning environment"},
    {code: "participation", label: "Børns og unges deltagelse", labelEnglish: "Participation"},
    {code: "calm", label: "Ro, orden og struktur", labelEnglish: "Calm and structure"},
    {code: "inclusion", label: "Inklusion", labelEnglish: "Inclusion"},
    {code: "parents", label: "Forældresamarbejde", labelEnglish: "Cooperation with parents"},
    {code: "transitions", label: "Overgange", labelEnglish: "Transitions"},
    {code: "frames", label: "Fysiske og organisatoriske rammer", labelEnglish: "Physical and organisational frame"},
    {code: "teaching", label: "Undervisning og feedback", labelEnglish: "Teaching and feedback"}
  ]
};
