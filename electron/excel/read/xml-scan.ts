import { DoctypeError } from './part-errors.ts';

/** Bytes taken in at once; what is longer than this in one piece (a text, a comment) takes in more. */
const pieceLength = 256 * 1024;
/** The longest mark that tells what a tag is: `<![CDATA[` and one sign more. */
const longestMark = 10;

/**
 * Walks through the XML of a workbook part, given as UTF-8, without building anything; only a piece of it is ever a text.
 * That text is Latin-1 of the bytes: tags and numbers are ASCII, and what a person reads is decoded only where it is kept.
 * Names come without their prefix, so `<x:row>` is `row`. Throws on what no workbook program writes (a DOCTYPE, an unclosed
 * tag).
 */
export class XmlScan {
  readonly #bytes: Buffer;
  /** Bytes that were taken in. */
  #taken = 0;
  #text = '';
  #at = 0;
  #name = '';
  #attributes = '';
  #closesItself = false;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Local name of the tag found last. */
  get name(): string {
    return this.#name;
  }

  /** Whether the tag found last is `<a/>`; it has no closing tag of its own. */
  get closesItself(): boolean {
    return this.#closesItself;
  }

  /** Goes to the next tag; text between tags is passed over. */
  next(): 'open' | 'close' | 'end' {
    for (;;) {
      const open = this.#text.indexOf('<', this.#at);
      if (open < 0 || open + longestMark > this.#text.length) {
        // Nothing before the tag is of use, so it need not be kept.
        this.#at = open < 0 ? this.#text.length : open;
        if (this.#takeMore()) continue;
        if (open < 0) return 'end';
      }
      const sign = this.#text.charCodeAt(open + 1);
      const passes = sign === exclamation || sign === question;
      const close = passes ? this.#endOfOther(open, sign) : this.#tagEnd(open + 1);
      if (close < 0) {
        if (this.#takeMore()) continue;
        throw new Error('a tag does not end');
      }
      this.#at = close + 1;
      if (passes) continue;
      if (sign === slash) {
        this.#name = localName(this.#text.slice(open + 2, close).trim());
        return 'close';
      }
      this.#readTag(open + 1, close);
      return 'open';
    }
  }

  /** Value of an attribute of the tag found last, by its local name; undefined when it is not there. */
  attribute(name: string): string | undefined {
    return attributeOf(this.#attributes, name);
  }

  /**
   * The text of the element just opened, up to its closing tag; tags inside are passed over, CDATA is text.
   */
  textInside(): string {
    if (this.#closesItself) return '';
    for (;;) {
      const found = this.#textFrom(this.#at);
      if (found !== undefined) return found;
      if (!this.#takeMore()) throw new Error('an element does not end');
    }
  }

  /**
   * The value of a cell just opened, when nothing but `<v>…</v></c>` follows, as nearly always; undefined, and nothing is
   * passed over, when it has another form.
   */
  usualValue(): string | undefined {
    const start = this.#at + valueOpens.length;
    if (!this.#text.startsWith(valueOpens, this.#at)) return undefined;
    const end = this.#text.indexOf('<', start);
    if (end < 0 || !this.#text.startsWith(cellCloses, end)) return undefined;
    this.#at = end + cellCloses.length;
    return decodeText(this.#text.slice(start, end));
  }

  /** The text from here to the end of its element; undefined when that is not in the piece taken in. */
  #textFrom(start: number): string | undefined {
    let text = '';
    let depth = 1;
    let at = start;
    while (depth > 0) {
      const open = this.#text.indexOf('<', at);
      if (open < 0 || (open + longestMark > this.#text.length && this.#taken < this.#bytes.length))
        return undefined;
      text += decodeText(this.#text.slice(at, open));
      const sign = this.#text.charCodeAt(open + 1);
      const passes = sign === exclamation || sign === question;
      const close = passes ? this.#endOfOther(open, sign) : this.#tagEnd(open + 1);
      if (close < 0) return undefined;
      if (passes && this.#text.startsWith(cdata, open))
        text += fromUtf8(this.#text.slice(open + cdata.length, close - 2));
      else if (sign === slash) depth -= 1;
      else if (!passes && this.#text.charCodeAt(close - 1) !== slash) depth += 1;
      at = close + 1;
    }
    this.#at = at;
    return text;
  }

  /** Passes over the element just opened with everything in it. */
  skip(): void {
    if (this.#closesItself) return;
    let depth = 1;
    while (depth > 0) {
      const found = this.next();
      if (found === 'end') throw new Error('an element does not end');
      if (found === 'close') depth -= 1;
      else if (!this.#closesItself) depth += 1;
    }
  }

  /** Takes in the next piece and lets go of what was read; false when there is none. Each piece is at least as long as what is kept. */
  #takeMore(): boolean {
    if (this.#taken >= this.#bytes.length) return false;
    const kept = this.#text.slice(this.#at);
    const end = Math.min(this.#bytes.length, this.#taken + Math.max(pieceLength, kept.length));
    this.#text = kept + this.#bytes.toString('latin1', this.#taken, end);
    this.#at = 0;
    this.#taken = end;
    return true;
  }

  #readTag(start: number, close: number): void {
    this.#closesItself = this.#text.charCodeAt(close - 1) === slash;
    const end = this.#closesItself ? close - 1 : close;
    let nameEnd = start;
    while (nameEnd < end && !isBlank(this.#text.charCodeAt(nameEnd))) nameEnd += 1;
    this.#name = localName(this.#text.slice(start, nameEnd));
    this.#attributes = this.#text.slice(nameEnd, end);
  }

  /** Where a tag ends, -1 when not in this piece; a `>` inside quotes does not end it. */
  #tagEnd(from: number): number {
    // Sign by sign: to look for a quote in all the text that follows would make a sheet without one quadratic.
    for (let at = from; at < this.#text.length; at += 1) {
      const sign = this.#text.charCodeAt(at);
      if (sign === greater) return at;
      if (sign === doubleQuote || sign === singleQuote) {
        at = this.#text.indexOf(sign === doubleQuote ? '"' : "'", at + 1);
        if (at < 0) return -1;
      }
    }
    return -1;
  }

  /** Where a comment, an instruction or CDATA ends, -1 when not in this piece; a DOCTYPE never belongs into a workbook. */
  #endOfOther(open: number, sign: number): number {
    if (/^<!doctype/i.test(this.#text.slice(open, open + longestMark))) throw new DoctypeError();
    const mark = this.#text.startsWith('<!--', open)
      ? '-->'
      : this.#text.startsWith(cdata, open)
        ? ']]>'
        : sign === question
          ? '?>'
          : '>';
    const end = this.#text.indexOf(mark, open + 2);
    return end < 0 ? -1 : end + mark.length - 1;
  }
}

const cdata = '<![CDATA[';
const valueOpens = '<v>';
const cellCloses = '</v></c>';
const exclamation = 33;
const question = 63;
const slash = 47;
const greater = 62;
const doubleQuote = 34;
const singleQuote = 39;
const colon = 58;
const equals = 61;

function isBlank(sign: number): boolean {
  return sign === 32 || sign === 10 || sign === 13 || sign === 9;
}

function localName(name: string): string {
  const prefix = name.indexOf(':');
  return prefix < 0 ? name : name.slice(prefix + 1);
}

/** Looks for ` name="…"`; a prefix before the name does not matter. */
function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + name.length)) {
    const before = attributes.charCodeAt(at - 1);
    if (!isBlank(before) && before !== colon) continue;
    let open = at + name.length;
    while (isBlank(attributes.charCodeAt(open))) open += 1;
    if (attributes.charCodeAt(open) !== equals) continue;
    open += 1;
    while (isBlank(attributes.charCodeAt(open))) open += 1;
    const quote = attributes.charCodeAt(open);
    if (quote !== doubleQuote && quote !== singleQuote) continue;
    const close = attributes.indexOf(quote === doubleQuote ? '"' : "'", open + 1);
    if (close >= 0) return decodeText(attributes.slice(open + 1, close));
  }
  return undefined;
}

/** Latin-1 of UTF-8 bytes back to the text, with its entities resolved. */
function decodeText(latin: string): string {
  const text = fromUtf8(latin);
  return text.includes('&') ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, entity) : text;
}

function fromUtf8(latin: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside ASCII
  return /[^\x00-\x7f]/.test(latin) ? Buffer.from(latin, 'latin1').toString('utf8') : latin;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function entity(
  whole: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return named[name] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
