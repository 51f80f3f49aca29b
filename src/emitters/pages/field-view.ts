// One question of a form as its template draws it.

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly isChecked: boolean;
}

export interface FieldView {
  readonly id: string;
  readonly kind: 'text' | 'integer' | 'radios';
  readonly question: string;
  readonly help: string | null;
  /** How to write it, or what is taken when it stays empty. */
  readonly hint: string | null;
  readonly value: string;
  readonly options: readonly FieldOption[];
  readonly fault: string | null;
}
