declare module '*?url' {
  /** Address of a file that the bundler puts beside the page. */
  const address: string;

  export { address as default };
}
