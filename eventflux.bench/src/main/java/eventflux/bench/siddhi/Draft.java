package eventflux.bench.siddhi;

import eventflux.testkit.random.Chance;
import eventflux.testkit.random.FreshNames;
import java.util.ArrayList;
import java.util.List;

/** An application, or the inside of a partition, that is being written. */
final class Draft {

    /** How streams are named whose rows are compared. */
    static final String OUTPUT = "Out";

    private final Chance chance;
    private final boolean hasNulls;
    private final boolean isPartition;
    private final FreshNames names;
    private final List<String> statements = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private boolean isBoundToNow;

    Draft(Chance chance, boolean hasNulls) {
        this(chance, hasNulls, false, new FreshNames());
    }

    private Draft(Chance chance, boolean hasNulls, boolean isPartition, FreshNames names) {
        this.chance = chance;
        this.hasNulls = hasNulls;
        this.isPartition = isPartition;
        this.names = names;
    }

    /** The inside of a partition. */
    Draft inside() {
        return new Draft(chance, hasNulls, true, names);
    }

    Chance chance() {
        return chance;
    }

    boolean hasNulls() {
        return hasNulls;
    }

    boolean isPartition() {
        return isPartition;
    }

    String name(String first) {
        return names.next(first);
    }

    /** The name of a stream whose rows are compared. */
    String output() {
        return name(OUTPUT);
    }

    /** The stream with more rows. */
    Readable first() {
        return new Readable(Inputs.FIRST, Inputs.COLUMNS, hasNulls);
    }

    /** The other stream that rows are sent to. */
    Readable second() {
        return new Readable(Inputs.SECOND, Inputs.COLUMNS, hasNulls);
    }

    Expressions expressions(Readable readable) {
        return new Expressions(chance, readable);
    }

    void add(String statement) {
        statements.add(statement);
    }

    List<String> statements() {
        return statements;
    }

    /** A query on demand. */
    void ask(String text) {
        questions.add(text);
    }

    List<String> questions() {
        return questions;
    }

    /** Says what has been written, for those who count. */
    void has(String kind) {
        kinds.add(kind);
    }

    List<String> kinds() {
        return kinds;
    }

    /** Something goes by the clock of the machine in Siddhi. */
    void bindToNow() {
        isBoundToNow = true;
    }

    boolean isBoundToNow() {
        return isBoundToNow;
    }
}
