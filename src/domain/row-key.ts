/** The key of a row of any table, by column: for changes that walk all tables (erasing, linking). */
export type RowKey = Readonly<Record<string, string | number>>;
