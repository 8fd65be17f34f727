package eventflux.api.query;

import java.util.Set;

/**
 * What may come next at the end of a piece of text, as the grammar knows it.
 *
 * @param keywords words of the language, in capitals; not those that could only be read as a name
 * @param names kinds of names that may stand there
 */
public record Continuation(Set<String> keywords, Set<NameKind> names) {

    /** Copies the sets. */
    public Continuation {
        keywords = Set.copyOf(keywords);
        names = Set.copyOf(names);
    }

    /** Nothing is known, because the text cannot be read up to its end. */
    public static Continuation unknown() {
        return new Continuation(Set.of(), Set.of());
    }

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return keywords.isEmpty() && names.isEmpty();
    }

    /** What a name stands for. */
    public enum NameKind {
        /** A stream, window, trigger or aggregation; also a table, where rows are read. */
        STREAM,
        /** A table that rows are changed in. */
        TABLE,
        /** A column, with or without its stream before it. */
        COLUMN,
        /** A function or aggregator. */
        FUNCTION,
        /** A type of columns. */
        TYPE,
        /** An annotation, from its {@code @} on. */
        ANNOTATION
    }
}
