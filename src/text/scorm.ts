/** What the launch page of a packaged lesson says. */
export const scorm = {
  alone: 'No course system was found: the lesson works, but nothing is reported.',
  refused: (code: string, said: string) =>
    `The course system did not begin a session (error ${code}${said === '' ? '' : `: ${said}`}). The lesson works, but nothing is reported.`,
  unstored: (code: string, said: string) =>
    `The course system did not store the result (error ${code}${said === '' ? '' : `: ${said}`}). Tell your teacher if this stays.`,
  empty: 'This page belongs to a course package of Kernelscope. Export a lesson to get one.',
  notLoaded: 'The lesson could not be loaded. Reload the page, or open it again in the course.',
};
