package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.testkit.random.Chance;
import eventflux.testkit.random.FreshNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An application, or the inside of a partition, that is being written. */
final class Draft {

    /** How inner streams are named. */
    static final String INNER = "Inner";

    private final Chance chance;
    private final boolean isAlike;
    private final FreshNames names;
    private final boolean isPartition;
    private final List<Readable> sources = new ArrayList<>();
    private final List<Readable> outside = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    Draft(Chance chance, boolean isAlike) {
        this(chance, isAlike, new FreshNames(), false);
    }

    private Draft(Chance chance, boolean isAlike, FreshNames names, boolean isPartition) {
        this.chance = chance;
        this.isAlike = isAlike;
        this.names = names;
        this.isPartition = isPartition;
    }

    /** The inside of a partition over some of what can be read. */
    Draft inside(List<Readable> readable) {
        Draft inside = new Draft(chance, isAlike, names, true);
        inside.sources.addAll(readable);
        return inside;
    }

    Chance chance() {
        return chance;
    }

    boolean isAlike() {
        return isAlike;
    }

    boolean isPartition() {
        return isPartition;
    }

    String name(String first) {
        return names.next(first);
    }

    Expressions expressions(List<Column> columns) {
        return new Expressions(chance, columns, isAlike);
    }

    Selection selection(List<Column> columns) {
        return new Selections(chance, isAlike).over(columns);
    }

    /** Something to read: streams, and named windows where they are wanted. */
    Readable source() {
        return source(readable -> true).orElseThrow();
    }

    Optional<Readable> source(Predicate<Readable> wanted) {
        List<Readable> all = sources.stream().filter(wanted).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(chance.one(all));
    }

    List<Readable> sources() {
        return List.copyOf(sources);
    }

    void canRead(Readable readable) {
        sources.add(readable);
    }

    /** The name of a stream for what a query gives, which others read from then on. */
    String target(List<Column> columns) {
        boolean isInner = isPartition && chance.oneIn(3);
        String name = isInner ? "#" + names.next(INNER) : names.next("Out");
        if (isPartition == isInner) {
            sources.add(Readable.stream(name, columns));
        } else {
            outside.add(Readable.stream(name, columns));
        }
        return name;
    }

    /** What those outside of the partition may read. */
    List<Readable> outside() {
        return outside;
    }

    void add(Both statement) {
        add(Part.of(Part.Statement.of(statement)));
    }

    void add(Both statement, Both rewritten) {
        add(Part.of(new Part.Statement(statement, Optional.of(rewritten))));
    }

    void add(Part part) {
        parts.add(part);
    }

    List<Part> parts() {
        return parts;
    }

    /** A query on demand for the end. */
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
}
