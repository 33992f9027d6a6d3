/** Few error classes, each with facts. One place per edge turns them into a status and Danish text. */

/** The user asked for something that does not exist; `noun` and `name` are shown to them. */
export class NotFound extends Error {
  readonly noun: string;
  readonly id: string;
  constructor(noun: string, id: string) {
    super(`no such ${noun}: ${id}`);
    this.name = "NotFound";
    this.noun = noun;
    this.id = id;
  }
}

/** Input that cannot be used; `danish` is the sentence for the user and holds no person's value. */
export class BadInput extends Error {
  readonly danish: string;
  constructor(message: string, danish: string) {
    super(message);
    this.name = "BadInput";
    this.danish = danish;
  }
}

/** Something that has been stored is missing or no longer what it was. */
export class Damaged extends Error {
  readonly path: string;
  constructor(path: string, problem: string) {
    super(`${problem}: ${path}`);
    this.name = "Damaged";
    this.path = path;
  }
}

/** Something the machine must have is not there; `danish` says what to install or set. */
export class MissingPart extends Error {
  readonly danish: string;
  constructor(message: string, danish: string) {
    super(message);
    this.name = "MissingPart";
    this.danish = danish;
  }
}
