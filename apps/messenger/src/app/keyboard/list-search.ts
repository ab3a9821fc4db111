/** The id of the conversation search field, which Ctrl-K focuses from anywhere. */
export const listSearchId = 'conversation-search';
