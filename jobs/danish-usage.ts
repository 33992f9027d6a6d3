import type {CommanderError, HelpConfiguration} from "commander";

const titles: Readonly<Record<string, string>> = {
  "Usage:": "Brug:",
  "Options:": "Tilvalg:",
  "Commands:": "Kommandoer:",
  "Arguments:": "Argumenter:"
};

/** Danish headings in the argument parser's own help. */
export const danishHelp: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  styleUsage: (usage) => usage.replace("[options]", "[tilvalg]").replace("[command]", "<kommando>"),
  optionDescription: (option) =>
    option.defaultValue === undefined || option.defaultValue === false
      ? option.description
      : `${option.description} (ellers ${option.defaultValue})`
};

const sentences: Readonly<Record<string, string>> = {
  "commander.unknownOption": "Ukendt tilvalg",
  "commander.unknownCommand": "Ukendt kommando",
  "commander.missingArgument": "Der mangler et argument",
  "commander.missingMandatoryOptionValue": "Der mangler et påkrævet tilvalg",
  "commander.optionMissingArgument": "Tilvalget mangler en værdi",
  "commander.excessArguments": "Der er for mange argumenter",
  "commander.invalidArgument": "Ugyldig værdi"
};

export function danishUsageError(error: CommanderError): string {
  const name = /'([^']+)'/.exec(error.message)?.[1];
  const problem = sentences[error.code] ?? error.message;
  return `${problem}${name ? `: ${name}` : ""}. Se hjælpen med --help.`;
}
