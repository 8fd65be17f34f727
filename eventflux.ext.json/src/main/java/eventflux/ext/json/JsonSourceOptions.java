package eventflux.ext.json;

/**
 * How messages become rows.
 *
 * @param enclosing where the rows are inside a message
 * @param ignoreErrors whether what can't be read is dropped without a word
 * @param mostBytes a larger message is an error
 */
record JsonSourceOptions(JsonPath enclosing, boolean ignoreErrors, int mostBytes) {}
