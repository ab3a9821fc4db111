/** What to tell the operator about a registration token that was made just now. */
export function describeNewToken(token: string | null): readonly string[] {
  if (token === null) return [];
  return [
    `To create an account, people need this registration token: ${token}`,
    'It is shown this once and kept in the data folder, in the file registration-token.',
  ];
}
