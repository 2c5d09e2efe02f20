/** What stands in a report beside the text, in the language of whoever looks at it. */
export const filesNote = (files: number): string => (files === 1 ? "[with a file]" : `[with ${files} files]`);
