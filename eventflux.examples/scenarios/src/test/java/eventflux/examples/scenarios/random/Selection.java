package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import java.util.List;

/**
 * What a query makes of the rows that it reads.
 *
 * @param items the select clause
 * @param tail what follows behind the source: groups, conditions on them, order, number, rate
 * @param columns what comes out
 */
record Selection(String items, String tail, List<Column> columns) {}
