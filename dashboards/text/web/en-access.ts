export const englishAccess = {
  access: {
    foreign: "The form came from somewhere else than this page. Open the page again and retry.",
    refused: "You do not have access to this",
    refusals: {
      "sign-in": "Sign in to go on.",
      role: "Your role does not give access to this.",
      administrator:
        "An administrator keeps users and operation and sees no data. Sign in as somebody else to see them.",
      "second-factor": "Your role needs two steps to sign in. Sign out, and sign in again with a code.",
      scope: "It lies outside the units or the municipality that you have access to.",
      purpose: "First choose on your account for which purpose you look at data.",
      alone: "Somebody else must do it than the one who alone made it."
    }
  }
} as const;
