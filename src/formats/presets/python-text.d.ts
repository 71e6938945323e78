/** A Python file as its text, by the bundler. */
declare module '*.py?raw' {
  const text: string;
  export default text;
}
