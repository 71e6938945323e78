import { type Language, setLanguage } from '../../text/language.ts';
import { dataFaults, dataNotes, dataPlaces } from '../../text/own-data.ts';

/** The worker that reads data says what it finds; it needs no other texts. It is begun anew for another language. */
export async function speakOfData(language: Language): Promise<void> {
  if (language === 'en') return;
  const german = await import('../../text/german/own-data.ts');
  Object.assign(dataFaults, german.dataFaults);
  Object.assign(dataNotes, german.dataNotes);
  Object.assign(dataPlaces, german.dataPlaces);
  setLanguage(language);
}
