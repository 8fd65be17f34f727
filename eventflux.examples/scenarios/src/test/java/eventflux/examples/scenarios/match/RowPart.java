package eventflux.examples.scenarios.match;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A row pattern as the random test makes it, over three variables. */
sealed interface RowPart {

    /** As SQL writes it. */
    String text(List<String> names);

    /** A row. */
    record One(int variable) implements RowPart {
        @Override
        public String text(List<String> names) {
            return names.get(variable);
        }
    }

    /** One after another. */
    record InOrder(List<RowPart> parts) implements RowPart {
        @Override
        public String text(List<String> names) {
            return parts.stream().map(part -> part.text(names)).collect(Collectors.joining(" ", "(", ")"));
        }
    }

    /** One of several. */
    record Choice(List<RowPart> parts) implements RowPart {
        @Override
        public String text(List<String> names) {
            return parts.stream().map(part -> part.text(names)).collect(Collectors.joining(" | ", "(", ")"));
        }
    }

    /** From {@code min} to {@code max} times, without an end when that is negative. */
    record Repeat(RowPart part, int min, int max, boolean reluctant) implements RowPart {
        @Override
        public String text(List<String> names) {
            String times = "{" + min + "," + (max < 0 ? "" : max) + "}";
            return "(" + part.text(names) + ")" + times + (reluctant ? "?" : "");
        }
    }

    /** A pattern by chance. */
    static RowPart random(SplittableRandom random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(5);
        if (kind < 2) {
            return new One(random.nextInt(3));
        }
        if (kind == 2) {
            int min = random.nextInt(3);
            int max = random.nextInt(3) == 0 ? -1 : min + 1 + random.nextInt(2);
            return new Repeat(random(random, depth - 1), min, max, random.nextBoolean());
        }
        List<RowPart> parts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            parts.add(random(random, depth - 1));
        }
        return kind == 3 ? new InOrder(parts) : new Choice(parts);
    }
}
