package eventflux.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What becomes of the parts of an application when its text is replaced: of queries, tables, windows, aggregations, partitions, and
 * of what stands at its edges. {@link #toString} prints it as a table.
 *
 * @param parts those that remember something or are connected to the outside; parts of the new text first, in its order
 */
public record UpdatePlan(List<Part> parts) {

    private static final String GAP = "  ";

    /** Copies the list. */
    public UpdatePlan {
        parts = List.copyOf(parts);
    }

    /** What becomes of a part. */
    public enum Fate {
        /** It is what it was and goes on with its state. */
        KEEPS("keeps"),
        /** It was not there before. */
        NEW("new"),
        /** It is there under the same name, but is another one: it begins with nothing. */
        STARTS_EMPTY("starts empty"),
        /** It is not there any more. */
        LOST("lost");

        private final String label;

        Fate(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /**
     * A part of the application.
     *
     * @param kind what it is: {@code query}, {@code table}, {@code source} …
     * @param name its name
     * @param fate what becomes of it
     * @param reason why; empty when there is nothing to add
     */
    public record Part(String kind, String name, Fate fate, String reason) {

        /** Refuses missing parts. */
        public Part {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(fate, "fate");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Whether anything that is remembered now would be forgotten. */
    public boolean forgets() {
        return parts.stream().anyMatch(part -> part.fate() == Fate.STARTS_EMPTY || part.fate() == Fate.LOST);
    }

    @Override
    public String toString() {
        if (parts.isEmpty()) {
            return "nothing is remembered";
        }
        int fates = width(parts.stream().map(part -> part.fate().label()).toList());
        int kinds = width(parts.stream().map(Part::kind).toList());
        int names = width(parts.stream().map(Part::name).toList());
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            String line = pad(part.fate().label(), fates)
                    + GAP
                    + pad(part.kind(), kinds)
                    + GAP
                    + pad(part.name(), names)
                    + GAP
                    + part.reason();
            text.append(text.isEmpty() ? "" : "\n").append(line.stripTrailing());
        }
        return text.toString();
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", text);
    }
}
