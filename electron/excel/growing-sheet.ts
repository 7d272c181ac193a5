import type { PackedSheet } from './packed-workbook.ts';

/** The flat columns of a sheet while cells and rows come: plain arrays would hold each of millions of numbers in a place of its own. */
export class GrowingSheet {
  #rows = 0;
  #rowNumbers = new Uint32Array(64);
  #rowHidden = new Uint8Array(64);
  #rowEnds = new Uint32Array(64);
  #cells = 0;
  #columns = new Uint16Array(1024);
  #kinds = new Uint8Array(1024);
  #texts = new Uint32Array(1024);
  #numbers = new Float64Array(1024);

  /** Takes one cell of the row that is going on; its text by its place, NaN for no number. */
  cell(column: number, kind: number, text: number, number: number): void {
    const at = this.#cells;
    if (at === this.#columns.length) this.#growCells();
    this.#columns[at] = column;
    this.#kinds[at] = kind;
    this.#texts[at] = text;
    this.#numbers[at] = number;
    this.#cells = at + 1;
  }

  /** Ends the row that is going on; one without cells is left out. */
  endRow(number: number, hidden: boolean): void {
    const at = this.#rows;
    if (this.#cells === (at === 0 ? 0 : this.#rowEnds[at - 1])) return;
    if (at === this.#rowNumbers.length) this.#growRows();
    this.#rowNumbers[at] = number;
    this.#rowHidden[at] = hidden ? 1 : 0;
    this.#rowEnds[at] = this.#cells;
    this.#rows = at + 1;
  }

  /** The columns of just their length. */
  packed(name: string, hidden: boolean): PackedSheet {
    return {
      name,
      hidden,
      rowNumbers: this.#rowNumbers.slice(0, this.#rows),
      rowHidden: this.#rowHidden.slice(0, this.#rows),
      rowEnds: this.#rowEnds.slice(0, this.#rows),
      columns: this.#columns.slice(0, this.#cells),
      kinds: this.#kinds.slice(0, this.#cells),
      texts: this.#texts.slice(0, this.#cells),
      numbers: this.#numbers.slice(0, this.#cells),
    };
  }

  #growRows(): void {
    const room = this.#rows * 2;
    this.#rowNumbers = copied(this.#rowNumbers, new Uint32Array(room));
    this.#rowHidden = copied(this.#rowHidden, new Uint8Array(room));
    this.#rowEnds = copied(this.#rowEnds, new Uint32Array(room));
  }

  #growCells(): void {
    const room = this.#cells * 2;
    this.#columns = copied(this.#columns, new Uint16Array(room));
    this.#kinds = copied(this.#kinds, new Uint8Array(room));
    this.#texts = copied(this.#texts, new Uint32Array(room));
    this.#numbers = copied(this.#numbers, new Float64Array(room));
  }
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** The larger array with what the smaller held. */
export function copied<A extends Numbers>(from: A, to: A): A {
  to.set(from);
  return to;
}
