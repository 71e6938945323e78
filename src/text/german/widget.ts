import type { widgetText as english } from '../widget.ts';

export const widgetText: typeof english = {
  frame: 'Kernelscope: ein Faltungsnetz, Zahl für Zahl',
  start: 'Kernelscope starten',
  failed: 'Kernelscope konnte hier nicht geladen werden.',
  late: 'Kernelscope braucht lange zum Starten.',
  open: 'Auf einer eigenen Seite öffnen',
};
