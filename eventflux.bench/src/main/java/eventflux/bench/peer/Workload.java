package eventflux.bench.peer;

import java.util.List;
import java.util.Optional;

/** What is asked of every engine, in words of each. Its results have a number in their second column. */
public interface Workload {

    /** The stream that rows are sent into, the first one where there are two. */
    String INPUT = "Trades";

    /** The stream that results are taken from. */
    String OUTPUT = "Results";

    /** The definition of {@link #INPUT}. */
    String DEFINITION = "define stream Trades (symbol string, price double, volume long, ts long);\n";

    /** The short name, such as {@code W4}. */
    String id();

    /** What it is, in a few words. */
    String title();

    /** How many symbols the rows have. */
    default int symbols() {
        return 1_000;
    }

    /** The streams that rows are sent into: equal parts of each step, in this order. */
    default List<String> inputs() {
        return List.of(INPUT);
    }

    /** The application, as EventFlux and Siddhi understand it. */
    String text();

    /** The statements in Esper's words; those that select give the results. */
    String esper();

    /** What somebody would write by hand for this one question. */
    RowLoop loop(Results results);

    /** Rows of a stream of its own that are sent before all others. */
    default Optional<Filling> filling() {
        return Optional.empty();
    }

    /** How many rows have to be sent before its memory has the size that it keeps. */
    default int rowsToFill() {
        return 0;
    }

    /**
     * Rows that fill a table.
     *
     * @param stream takes them
     * @param columns their names
     * @param types of the columns
     * @param rows the values
     */
    record Filling(String stream, List<String> columns, List<Class<?>> types, List<Object[]> rows) {

        /** Copies the lists. */
        public Filling {
            columns = List.copyOf(columns);
            types = List.copyOf(types);
            rows = List.copyOf(rows);
        }
    }
}
