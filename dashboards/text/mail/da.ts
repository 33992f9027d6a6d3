export const danishMail = {
  subject: (unit: string, period: string) => `Datapakke: ${unit}, ${period}`,
  correctedSubject: (unit: string, period: string) => `Rettet datapakke: ${unit}, ${period}`,
  demonstration: "Demonstrationsdata. Tallene er opdigtede.",
  demonstrationMark: "[Demonstration]",
  ready: (unit: string) => `Datapakken for ${unit} er klar`,
  corrected: (unit: string) => `Datapakken for ${unit} er rettet`,
  edition: (edition: string, period: string) => `${edition}, ${period}.`,
  correction: (issue: string) => `Denne udgave erstatter ${issue}. Det er rettet:`,
  standsOut: "Det, der skiller sig ud",
  nothing: "Intet i tallene skiller sig ud fra sammenligningerne ud over usikkerheden.",
  mirror: "Tallene er et spejl, ikke en dom. De erstatter ikke samtalen.",
  read: "Læs hele pakken som webside",
  attached: "Pakken er vedhæftet som PDF.",
  linked: "Hent pakken som PDF",
  why: (name: string) => `Mailen er sendt til ${name}, der står som modtager af denne pakke. Den er dannet automatisk.`,
  issue: "Udgivelse",
  checksum: "Kontrolsum"
};
