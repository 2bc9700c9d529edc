/** Travels with every answer, export and chart. Pages show it in the reader's language. */
export const disclaimer =
  "Reference information for dialogue and assistance. It does not measure compliance, ranks no State, and is not an official text or a product of the United Nations; absence of a record does not mean absence of a law.";
