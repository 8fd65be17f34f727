package eventflux.core.plan;

import java.util.BitSet;
import java.util.List;

/**
 * What a query has to do with tables.
 *
 * @param lookups how rows are found, one for each place of the query that looks at a table
 * @param codedOutput the text columns of its output that are codes, because tables are looked up by them
 * @param byRow whether it must be done with a row before it sees the next, because its rows change what it looks at
 */
public record QueryTables(List<Lookup> lookups, BitSet codedOutput, boolean byRow) {

    /** Copies what could change. */
    public QueryTables {
        lookups = List.copyOf(lookups);
        codedOutput = (BitSet) codedOutput.clone();
    }

    /** Of a query that touches no table. */
    public static QueryTables none() {
        return new QueryTables(List.of(), new BitSet(), false);
    }

    @Override
    public BitSet codedOutput() {
        return (BitSet) codedOutput.clone();
    }

    /**
     * One way of finding rows.
     *
     * @param table where
     * @param access how
     */
    public record Lookup(String table, RowAccess access) {
        @Override
        public String toString() {
            return "look up " + table + " by " + access;
        }
    }
}
