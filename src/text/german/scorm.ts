import type { scorm as english } from '../scorm.ts';

export const scorm: typeof english = {
  alone: 'Es wurde kein Kurssystem gefunden: Die Lektion funktioniert, aber es wird nichts gemeldet.',
  refused: (code, said) =>
    `Das Kurssystem hat keine Sitzung begonnen (Fehler ${code}${said === '' ? '' : `: ${said}`}). Die Lektion funktioniert, aber es wird nichts gemeldet.`,
  unstored: (code, said) =>
    `Das Kurssystem hat das Ergebnis nicht gespeichert (Fehler ${code}${said === '' ? '' : `: ${said}`}). Sag deiner Lehrkraft Bescheid, wenn das so bleibt.`,
  empty:
    'Diese Seite gehört zu einem Kurspaket von Kernelscope. Exportiere eine Lektion, um eines zu bekommen.',
  notLoaded:
    'Die Lektion konnte nicht geladen werden. Lade die Seite neu oder öffne sie im Kurs noch einmal.',
};
