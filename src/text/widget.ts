/** What `<kernel-scope>` says on the page around it, where the widget itself does not. */
export const widgetText = {
  frame: 'Kernelscope: a convolutional network, number by number',
  start: 'Start Kernelscope',
  failed: 'Kernelscope could not be loaded here.',
  late: 'Kernelscope is taking long to start.',
  open: 'Open it on a page of its own',
};
