/** A style sheet as text, by the build's `with { loader: 'text' }`. */
declare module '*.css' {
  const text: string;
  export default text;
}
