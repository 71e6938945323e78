/** What the page says about itself: being there without a network, and new versions. */
export const offline = {
  offers: {
    ready: 'Ready offline: page, lessons and data are kept in this browser.',
    release: 'A new version is ready. Reload when you like: model and weights stay, the curves begin anew.',
    elsewhere: 'The new version opens once no other tab shows this page.',
    incomplete: 'A part of the page could not be loaded.',
  },
  reload: 'Reload',
};
