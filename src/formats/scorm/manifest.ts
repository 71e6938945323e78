import { markup } from '../markup.ts';

/** What a course system is told of a packaged lesson. */
export interface Course {
  /** The lesson's id, of letters, digits and hyphens. */
  readonly lesson: string;
  readonly title: string;
  readonly summary: string;
  /** That the title is in. */
  readonly language: string;
  /** Per cent of the questions that have to be right at once; absent where finishing is enough. */
  readonly mastery?: number | undefined;
}

/** The file that a course system opens. */
export const LAUNCH = 'index.html';

const SCHEMAS = [
  'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd',
  'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd',
  'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
].join(' ');

/**
 * `imsmanifest.xml` of a package with one lesson (ADL, "The SCORM Content Aggregation Model", version 1.2, section 2.3).
 * `files` are the paths of all files of the package but the manifest. A score that has to be reached is its
 * `masteryscore`.
 */
export function manifestOf(course: Course, files: readonly string[]): string {
  const { lesson, title, summary, language, mastery } = course;
  const said = (text: string) =>
    `<imsmd:langstring xml:lang="${markup(language)}">${markup(text)}</imsmd:langstring>`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest identifier="kernelscope-${markup(lesson)}" version="1.0"`,
    '  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"',
    '  xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"',
    '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    '  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    `  xsi:schemaLocation="${SCHEMAS}">`,
    '  <metadata>',
    '    <schema>ADL SCORM</schema>',
    '    <schemaversion>1.2</schemaversion>',
    '    <imsmd:lom>',
    '      <imsmd:general>',
    `        <imsmd:title>${said(title)}</imsmd:title>`,
    `        <imsmd:language>${markup(language)}</imsmd:language>`,
    `        <imsmd:description>${said(summary)}</imsmd:description>`,
    '      </imsmd:general>',
    '    </imsmd:lom>',
    '  </metadata>',
    '  <organizations default="course">',
    '    <organization identifier="course">',
    `      <title>${markup(title)}</title>`,
    '      <item identifier="item" identifierref="lesson" isvisible="true">',
    `        <title>${markup(title)}</title>`,
    ...(mastery === undefined ? [] : [`        <adlcp:masteryscore>${mastery}</adlcp:masteryscore>`]),
    '      </item>',
    '    </organization>',
    '  </organizations>',
    '  <resources>',
    `    <resource identifier="lesson" type="webcontent" adlcp:scormtype="sco" href="${LAUNCH}">`,
    ...files.map((path) => `      <file href="${markup(encodeURI(path))}"/>`),
    '    </resource>',
    '  </resources>',
    '</manifest>',
    '',
  ];
  return lines.join('\n');
}
