/** The id of the button that shows details, where focus goes back to when they are hidden. */
export const detailsButtonId = 'conversation-details';
